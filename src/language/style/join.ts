import { findNodeAtLocation, parseTree } from 'jsonc-parser';

/** Several files of rules as one: the rules one behind another as they are written, remarks between them included. */
export function joinStyles(texts: readonly string[]): string {
  const rules = texts.flatMap((text) => {
    const list = parseTree(text, [], { allowTrailingComma: true });
    const node = list && findNodeAtLocation(list, ['rules']);
    const first = node?.children?.[0];
    const last = node?.children?.at(-1);
    return node && first && last ? [text.slice(node.offset + 1, last.offset + last.length).trim()] : [];
  });
  return `{\n  "rules": [\n    ${rules.join(',\n    ')}\n  ]\n}\n`;
}
