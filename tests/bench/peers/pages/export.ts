import { $generateHtmlFromNodes } from '@lexical/html';
import { $createHeadingNode, HeadingNode } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { htmlFolder } from '../../../../src/export/html/index.ts';
import { createStory } from '../../../../src/story/create.ts';
import { asBody, longText } from '../long-text.ts';

/** What one way of writing HTML took, in milliseconds, round by round; and how many characters came of it. */
export interface Written {
  times: number[];
  size: number;
}

declare global {
  interface Window {
    /** Both ways of writing the same text, in the same window: an editor that shows nothing, and Copydesk's export. */
    writing: Record<'lexical' | 'copydesk', (blocks: number, rounds: number) => Promise<Written>>;
  }
}

async function often(rounds: number, write: () => Promise<number> | number): Promise<Written> {
  const times: number[] = [];
  let size = 0;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    size = await write();
    times.push(performance.now() - began);
  }
  return { times, size };
}

window.writing = {
  lexical: (count, rounds) => {
    const editor = createEditor({
      namespace: 'headless',
      nodes: [HeadingNode],
      onError: (error) => {
        throw error;
      },
    });
    editor.update(
      () => {
        for (const { isHeading, runs } of longText(count)) {
          const block = isHeading ? $createHeadingNode('h2') : $createParagraphNode();
          for (const { text, mark } of runs)
            block.append(mark ? $createTextNode(text).toggleFormat(mark) : $createTextNode(text));
          $getRoot().append(block);
        }
      },
      { discrete: true },
    );
    return often(rounds, () => editor.read(() => $generateHtmlFromNodes(editor).length));
  },
  copydesk: (count, rounds) => {
    const story = createStory({ language: 'vi', headline: 'Lũ về', body: asBody(longText(count)) });
    return often(rounds, async () => {
      const made = await htmlFolder.write({ story, media: () => undefined });
      if (!made.ok) throw new Error(made.failure.detail);
      return made.value[0]?.bytes.length ?? 0;
    });
  },
};
