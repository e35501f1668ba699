import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/** The attributes that an exported page's body has; none that could run. */
const ATTRIBUTES = new Set(
  'class href rel src srcset sizes alt width height loading lang dir datetime colspan rowspan scope role aria-label tabindex data-kind'.split(
    ' ',
  ),
);
const TAGS = new Set(
  'header footer article div p h1 h2 h3 h4 span time strong em u s sub sup code a br hr ul ol li figure figcaption blockquote aside img table thead tbody tr th td'.split(
    ' ',
  ),
);
const OWN_PICTURE = /^app:\/\/media\/[0-9a-f]{64}\/[a-z0-9.-]{1,80}$/;

function isSafe(name: string, value: string): boolean {
  if (!ATTRIBUTES.has(name)) return false;
  if (name === 'href') return /^(?:https?|mailto):/i.test(value);
  return name !== 'src' || OWN_PICTURE.test(value);
}

function toNode(node: DefaultTreeAdapterTypes.ChildNode): Node | null {
  if ('value' in node) return document.createTextNode(node.value);
  if (!('tagName' in node) || !TAGS.has(node.tagName)) return null;
  const element = document.createElement(node.tagName);
  for (const { name, value } of node.attrs) if (isSafe(name, value)) element.setAttribute(name, value);
  append(element, node.childNodes);
  return element;
}

function append(parent: Element, children: readonly DefaultTreeAdapterTypes.ChildNode[]): void {
  for (const child of children) {
    const made = toNode(child);
    if (made) parent.append(made);
  }
}

/** HTML that src/export wrote, as elements: built one by one from an allow-list, never through the browser's own parser. */
export function pageNodes(html: string): Element[] {
  return parseFragment(html).childNodes.flatMap((child) => {
    const made = toNode(child);
    return made instanceof Element ? [made] : [];
  });
}
