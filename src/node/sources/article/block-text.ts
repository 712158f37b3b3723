import { isElement, isText, type PageElement, type PageNode } from './page-dom.ts';

/** One block of a page: a paragraph, heading, list item or table row. */
export interface Block {
  readonly text: string;
  /** Whether it goes on the list or table of the block before it, so that no empty line stands between. */
  readonly isTight: boolean;
  readonly isHeading: boolean;
  /** How much of its text, 0 to 1, is words of links. */
  readonly linkShare: number;
}

const SKIPPED = new Set(
  'script style noscript template svg math button form input select textarea iframe object embed audio video canvas nav figcaption dialog'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody tfoot thead tr ul caption'.split(
    ' ',
  ),
);
const CELL_SEPARATOR = ' | ';

/** The text of a part of a page as blocks, in the order of reading. White space is joined as a browser shows it. */
export function blocksOf(root: PageElement): readonly Block[] {
  const writer = new BlockWriter();
  writer.element(root);
  writer.flush();
  return writer.blocks;
}

/** Blocks as a text: an empty line between them, none between the items of a list or the rows of a table. */
export function joinBlocks(blocks: readonly Block[]): string {
  return blocks.map((block, i) => (i === 0 ? '' : block.isTight ? '\n' : '\n\n') + block.text).join('');
}

class BlockWriter {
  readonly blocks: Block[] = [];
  #words = '';
  #linkLength = 0;
  #mark = '';
  #group: PageElement | null = null;
  #lastGroup: PageElement | null = null;
  #isHeading = false;
  #isInLink = false;

  element(element: PageElement): void {
    const { localName } = element;
    if (SKIPPED.has(localName) || isHidden(element)) return;
    if (localName === 'br') {
      this.#lineBreak();
      return;
    }
    if (localName === 'tr') {
      this.#row(element);
      return;
    }
    const isBlock = BLOCKS.has(localName);
    if (isBlock) this.flush();
    const before = { group: this.#group, isHeading: this.#isHeading, isInLink: this.#isInLink };
    if (localName === 'li') {
      this.#mark = '- ';
      this.#group = element.parentNode;
    }
    if (/^h[1-6]$/.test(localName)) this.#isHeading = true;
    if (localName === 'a') this.#isInLink = true;
    for (const child of element.childNodes) this.#node(child);
    if (isBlock) this.flush();
    if (localName === 'li') this.#mark = '';
    this.#group = before.group;
    this.#isHeading = before.isHeading;
    this.#isInLink = before.isInLink;
  }

  /** Ends the block at hand. */
  flush(): void {
    // Two line breaks in a row are how older pages part paragraphs.
    for (const part of this.#words.split(/\n[ \n]*\n/)) {
      const text = part.replace(/ *\n */g, '\n').trim();
      if (text === '') continue;
      const isTight = this.#group !== null && this.#group === this.#lastGroup;
      const linkShare = Math.min(1, this.#linkLength / this.#words.trim().length);
      this.blocks.push({ text: this.#mark + text, isTight, isHeading: this.#isHeading, linkShare });
      this.#lastGroup = this.#group;
      this.#mark = '';
    }
    this.#words = '';
    this.#linkLength = 0;
  }

  #node(node: PageNode): void {
    if (isElement(node)) this.element(node);
    else if (isText(node)) this.#text(node.textContent ?? '');
  }

  #text(raw: string): void {
    // A no-break space is a letter of the text; what only tells a browser where to break a word is none.
    const words = raw.replace(/[\u00AD\u200B\u2060\uFEFF]/g, '').replace(/[ \t\r\n\f]+/g, ' ');
    const isAfterSpace = this.#words === '' || /[ \n]$/.test(this.#words);
    const added = isAfterSpace ? words.replace(/^ /, '') : words;
    this.#words += added;
    if (this.#isInLink) this.#linkLength += added.trim().length;
  }

  #lineBreak(): void {
    this.#words = this.#words.trimEnd() === '' ? '' : `${this.#words.replace(/ +$/, '')}\n`;
  }

  /** A table's row as one line; a table that only lays out the page, with blocks in its cells, as these blocks. */
  #row(row: PageElement): void {
    this.flush();
    const cells = [...row.childNodes].filter(isElement).filter(cell => /^t[dh]$/.test(cell.localName));
    const contents = cells.map(blocksOf);
    if (contents.some(blocks => blocks.length > 3 || blocks.some(({ text }) => text.length > 300))) {
      this.blocks.push(...contents.flat());
      this.#lastGroup = null;
      return;
    }
    const text = contents.map(blocks => blocks.map(block => block.text.replaceAll('\n', ' ')).join(' '));
    if (text.every(cell => cell === '')) return;
    const group = row.closest('table');
    this.blocks.push({
      text: text.join(CELL_SEPARATOR).trim(),
      isTight: group !== null && group === this.#lastGroup,
      isHeading: false,
      linkShare: 0,
    });
    this.#lastGroup = group;
  }
}

function isHidden(element: PageElement): boolean {
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');
}
