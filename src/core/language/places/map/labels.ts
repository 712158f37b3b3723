import type { Frame, Point } from './frame.ts';

/** A rectangle of the map on which something is written or drawn. */
interface Patch {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How a label is set. */
export interface LabelStyle {
  readonly sizePx: number;
  readonly class: string;
  /** Room between the point and the label. */
  readonly gapPx: number;
  /** Whether it may only stand right on its point, as a country's name does. */
  readonly centred: boolean;
}

/** Letters of a text face are about this wide, in parts of its size. */
const letterWidth = 0.6;

/** Sets labels on a map so that none covers another or a mark; the first ones come first. */
export class Labels {
  readonly #frame: Frame;
  readonly #taken: Patch[] = [];

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  /** Keeps labels off a mark. */
  keepFree({ x, y }: Point, radiusPx: number): void {
    this.#taken.push({ left: x - radiusPx, top: y - radiusPx, right: x + radiusPx, bottom: y + radiusPx });
  }

  /** Keeps labels off a corner of the map. */
  keepFreeBox(left: number, top: number, right: number, bottom: number): void {
    this.#taken.push({ left, top, right, bottom });
  }

  /** A label at a point as SVG, where there is room for it; null where there is none. */
  place(text: string, at: Point, style: LabelStyle): string | null {
    const width = textWidth(text, style.sizePx);
    for (const patch of patchesAround(at, width, style)) {
      const fits =
        patch.left >= 2 &&
        patch.right <= this.#frame.width - 2 &&
        patch.top >= 2 &&
        patch.bottom <= this.#frame.height - 2;
      if (!fits || this.#taken.some(other => overlap(patch, other))) continue;
      this.#taken.push(patch);
      const [x, y] = [Math.round(patch.left), Math.round(patch.bottom - style.sizePx * 0.25)];
      return `<text class="${style.class}" x="${x}" y="${y}">${escaped(text)}</text>`;
    }
    return null;
  }
}

/** About how wide a text will be. */
export function textWidth(text: string, sizePx: number): number {
  return text.length * sizePx * letterWidth;
}

/** A text as it may stand in SVG: no control characters, no lone halves, no markup. */
export function escaped(text: string): string {
  return text
    .replace(/\p{Cc}|\p{Cs}|\p{Cn}|\p{Bidi_Control}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Where a label may stand, best first: right of its point, left, above, below, and askew. */
function patchesAround({ x, y }: Point, width: number, { sizePx, gapPx, centred }: LabelStyle): readonly Patch[] {
  const height = sizePx * 1.15;
  const patch = (left: number, top: number): Patch => ({ left, top, right: left + width, bottom: top + height });
  if (centred) return [patch(x - width / 2, y - height / 2)];
  return [
    patch(x + gapPx, y - height / 2),
    patch(x - gapPx - width, y - height / 2),
    patch(x - width / 2, y - gapPx - height),
    patch(x - width / 2, y + gapPx),
    patch(x + gapPx * 0.7, y - gapPx * 0.7 - height),
    patch(x + gapPx * 0.7, y + gapPx * 0.7),
    patch(x - gapPx * 0.7 - width, y - gapPx * 0.7 - height),
    patch(x - gapPx * 0.7 - width, y + gapPx * 0.7),
    patch(x + gapPx * 2, y - height * 1.6),
    patch(x + gapPx * 2, y + height * 0.6),
  ];
}

function overlap(a: Patch, b: Patch): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
