import { html, Parser, type Token, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';
import type { Budget } from './budget.ts';

/**
 * A node of the page. Siblings are chained, not kept in arrays: pages that put millions of things before a table would
 * otherwise cost time by the square of their length. Attributes are a plain list, never properties, so nothing in a page
 * can stand in for `parent` or `next`.
 */
export interface PageNode {
  kind: 'root' | 'element' | 'text' | 'other';
  /** Lower-case name of an element, else empty. */
  tag: string;
  /** Whether the element is HTML, not a part of a drawing or formula. */
  isHtml: boolean;
  space: html.NS;
  attrs: Token.Attribute[];
  /** The characters of a text. */
  value: string;
  parent: PageNode | null;
  first: PageNode | null;
  last: PageNode | null;
  next: PageNode | null;
  prev: PageNode | null;
  /** What a `template` holds, which is no part of the page. */
  content: PageNode | null;
}

function node(kind: PageNode['kind'], tag: string, space: html.NS, attrs: Token.Attribute[], value: string): PageNode {
  return {
    kind,
    tag,
    isHtml: space === html.NS.HTML,
    space,
    attrs,
    value,
    parent: null,
    first: null,
    last: null,
    next: null,
    prev: null,
    content: null,
  };
}

/** The attribute's value, or null. */
export function attribute(element: PageNode, name: string): string | null {
  for (const attr of element.attrs) if (attr.name === name) return attr.value;
  return null;
}

function detach(child: PageNode): void {
  const { parent, prev, next } = child;
  if (!parent) return;
  if (prev) prev.next = next;
  else parent.first = next;
  if (next) next.prev = prev;
  else parent.last = prev;
  child.parent = child.prev = child.next = null;
}

function insert(parent: PageNode, child: PageNode, before: PageNode | null): void {
  detach(child);
  const prev = before ? before.prev : parent.last;
  child.parent = parent;
  child.prev = prev;
  child.next = before;
  if (prev) prev.next = child;
  else parent.first = child;
  if (before) before.prev = child;
  else parent.last = child;
}

function children(parent: PageNode): PageNode[] {
  const all: PageNode[] = [];
  for (let child = parent.first; child; child = child.next) all.push(child);
  return all;
}

type PageTypes = TreeAdapterTypeMap<
  PageNode,
  PageNode,
  PageNode,
  PageNode,
  PageNode,
  PageNode,
  PageNode,
  PageNode,
  PageNode,
  PageNode
>;

function adapterWithin(budget: Budget): TreeAdapter<PageTypes> {
  const create = (
    kind: PageNode['kind'],
    tag = '',
    space = html.NS.HTML,
    attrs: Token.Attribute[] = [],
    value = '',
  ): PageNode => {
    budget.node();
    return node(kind, tag, space, attrs, value);
  };
  const write = (parent: PageNode, text: string, before: PageNode | null): void => {
    const prev = before ? before.prev : parent.last;
    budget.step();
    if (prev?.kind === 'text') prev.value += text;
    else insert(parent, create('text', '', html.NS.HTML, [], text), before);
  };
  let mode = html.DOCUMENT_MODE.NO_QUIRKS;
  return {
    createDocument: () => create('root'),
    createDocumentFragment: () => create('root'),
    createElement: (tag, space, attrs) => create('element', tag, space, attrs),
    createCommentNode: () => create('other'),
    createTextNode: (value) => create('text', '', html.NS.HTML, [], value),
    appendChild: (parent, child) => insert(parent, child, null),
    insertBefore: (parent, child, before) => insert(parent, child, before),
    insertText: (parent, text) => write(parent, text, null),
    insertTextBefore: (parent, text, before) => write(parent, text, before),
    detachNode: detach,
    adoptAttributes(recipient, attrs) {
      const known = new Set(recipient.attrs.map((attr) => attr.name));
      for (const attr of attrs) if (!known.has(attr.name)) recipient.attrs.push(attr);
    },
    setTemplateContent(template, content) {
      template.content = content;
    },
    getTemplateContent: (template) => template.content ?? template,
    setDocumentType: () => undefined,
    setDocumentMode(_, asked) {
      mode = asked;
    },
    getDocumentMode: () => mode,
    getAttrList: (element) => element.attrs,
    getChildNodes: children,
    getFirstChild: (parent) => parent.first,
    getParentNode: (child) => child.parent,
    getNamespaceURI: (element) => element.space,
    getTagName: (element) => element.tag,
    getTextNodeContent: (text) => text.value,
    getCommentNodeContent: () => '',
    getDocumentTypeNodeName: () => '',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    getNodeSourceCodeLocation: () => null,
    setNodeSourceCodeLocation: () => undefined,
    updateNodeSourceCodeLocation: () => undefined,
    isCommentNode: (some): some is PageNode => some.kind === 'other',
    isDocumentTypeNode: (some): some is PageNode => some.kind === 'other',
    isElementNode: (some): some is PageNode => some.kind === 'element',
    isTextNode: (some): some is PageNode => some.kind === 'text',
  };
}

/** The page as browsers would read it (HTML Standard, by parse5), as a tree of our own. */
export function parsePage(page: string, budget: Budget): PageNode {
  return Parser.parse<PageTypes>(page, { treeAdapter: adapterWithin(budget) });
}
