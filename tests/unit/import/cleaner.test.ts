import { describe, expect, it } from 'vitest';
import { htmlToBlocks } from '../../../src/import/html/index.ts';
import { createCleaner } from '../../../renderer/import/cleaner.ts';
import type { Numbered, Thread as AnyThread } from '../../../renderer/workers/patient.ts';
import { bare, p } from './notation.ts';

/** A thread that answers as the real one does, but for pages that make it hang or break. */
class Thread extends EventTarget implements AnyThread {
  readonly jobs: Numbered<string>[] = [];
  isEnded = false;
  declare addEventListener: AnyThread['addEventListener'];

  postMessage(job: Numbered<string>): void {
    this.jobs.push(job);
    if (job.content === 'hang') return;
    queueMicrotask(() => {
      if (job.content === 'break') {
        this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
        return;
      }
      this.say(job.number - 1, '<p>An answer to another page');
      this.say(job.number, job.content);
    });
  }

  terminate(): void {
    this.isEnded = true;
  }

  private say(number: number, html: string): void {
    this.dispatchEvent(new MessageEvent('message', { data: { number, content: htmlToBlocks(html) } }));
  }
}

function cleaner(patience?: number) {
  const threads: Thread[] = [];
  const clean = createCleaner(() => {
    const thread = new Thread();
    threads.push(thread);
    return thread;
  }, patience);
  const blocksOf = async (html: string): Promise<unknown> => {
    const result = await clean(html);
    return result.ok ? bare(result.value.blocks) : result.failure.code;
  };
  return { threads, blocksOf };
}

describe('the cleaner', () => {
  it('starts no thread before the first page, and one for all', async () => {
    const { threads, blocksOf } = cleaner();
    expect(threads).toHaveLength(0);
    expect(await Promise.all(['<p>a', '<p>b'].map(blocksOf))).toEqual([[p('a')], [p('b')]]);
    expect(threads).toHaveLength(1);
  });

  it('gives the thread one page at a time, so that each has its full time', async () => {
    const { threads, blocksOf } = cleaner(50);
    const results = ['hang', 'a', 'hang', 'b'].map(blocksOf);
    expect(await Promise.all(results)).toEqual(['import.too-long', [p('a')], 'import.too-long', [p('b')]]);
    expect(threads.map(({ jobs, isEnded }) => [jobs.map(({ content }) => content).join(), isEnded])).toEqual([
      ['hang', true],
      ['a,hang', true],
      ['b', false],
    ]);
  });

  it('goes on with a new thread when one broke', async () => {
    const { threads, blocksOf } = cleaner();
    expect(await blocksOf('break')).toBe('import.failed');
    expect(await blocksOf('a')).toEqual([p('a')]);
    expect(threads.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  it('tells the failures of the reading itself', async () => {
    const { blocksOf } = cleaner();
    expect(await blocksOf(' '.repeat(20_000_001))).toBe('import.too-large');
  });

  it('lets an error in starting reach its caller, and no other', async () => {
    let starts = 0;
    const clean = createCleaner(() => {
      if (++starts === 1) throw new Error('refused');
      return new Thread();
    });
    const first = clean('a');
    const second = clean('b');
    await expect(first).rejects.toThrow('refused');
    expect((await second).ok).toBe(true);
  });
});
