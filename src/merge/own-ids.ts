import type { Block, ListItem } from '../story/schema.ts';

/**
 * No id twice: two halves of what both sides split would bear one name, and a later change of the one would be taken for
 * one of the other. The first keeps it.
 */
export function withOwnIds(body: readonly Block[]): Block[] {
  const taken = new Set<string>();
  const own = <T extends { id: string }>(one: T): T => {
    let { id } = one;
    for (let copy = 2; taken.has(id); copy++) id = `${one.id.slice(0, 30)}${copy}`;
    taken.add(id);
    return id === one.id ? one : { ...one, id };
  };
  const items = (all: readonly ListItem[]): ListItem[] =>
    all.map((item) => ({ ...own(item), ...(item.sub && { sub: { ...item.sub, items: items(item.sub.items) } }) }));
  return body.map((block): Block => {
    const named = own(block);
    switch (named.type) {
      case 'list':
        return { ...named, items: items(named.items) };
      case 'figure': {
        const photos = named.photos.map(own);
        return photos.every((photo, index) => photo === named.photos[index]) ? named : { ...named, photos };
      }
      case 'fact-box':
        return {
          ...named,
          blocks: named.blocks
            .map(own)
            .map((part) => (part.type === 'list' ? { ...part, items: items(part.items) } : part)),
        };
      case 'unknown':
        return named.id === block.id ? named : { ...named, original: { ...named.original, id: named.id } };
      default:
        return named;
    }
  });
}
