/** Where a piece of text leads: an address, or a place in the same document. */
export type Link = { readonly url: string } | { readonly goTo: string };

/** How a piece of text looks. */
export interface Face {
  readonly font: 'regular' | 'bold';
  /** In points. */
  readonly size: number;
  readonly color: string;
}

/** A piece of running text in one face. */
export interface Piece {
  readonly text: string;
  readonly face: Face;
  readonly link?: Link;
}

/** A piece at its place in a line, as it is drawn. */
export interface Run extends Piece {
  /** From the left edge of the line, in points. */
  readonly x: number;
  readonly width: number;
  /** Whether its letters run from right to left; the text is in the order of reading. */
  readonly isRightToLeft: boolean;
}

/** How wide a text is in a face. */
export type Measure = (text: string, face: Face, isRightToLeft?: boolean) => number;
