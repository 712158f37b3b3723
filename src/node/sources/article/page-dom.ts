/** What is used of a page's tree: the part of the DOM that linkedom gives, without a browser's types. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
  readonly parentNode: PageElement | null;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly id: string;
  getAttribute(name: string): string | null;
  closest(selector: string): PageElement | null;
  contains(other: PageNode): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  cloneNode(deep: true): PageElement;
  remove(): void;
}

export interface PageDocument extends PageElement {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
}

const ELEMENT = 1;
const TEXT = 3;

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT;
}

export function isText(node: PageNode): boolean {
  return node.nodeType === TEXT;
}

/** The words of a node on one line, without marks that only say where a line may break. */
export function wordsOf(node: PageNode | null): string {
  return oneLine(node?.textContent ?? '');
}

/** A text on one line: white space joined, soft hyphens and zero-width marks dropped. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
