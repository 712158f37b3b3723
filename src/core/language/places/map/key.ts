import type { Place } from '../../../model/place.ts';
import { escaped } from './labels.ts';

/** The key below a map: SVG lines, and how much room they take. */
export interface MapKey {
  readonly lines: readonly string[];
  readonly height: number;
}

const linePx = 16;
const rowsMax = 60;
const lostMax = 20;
const leftPx = 12;
const hangingPx = 40;
const sources =
  'Outlines and borders: Natural Earth (public domain). Places: GeoNames and UCDP GED (CC BY 4.0), Natural Earth. How borders are drawn says nothing about whose land it is.';

/** What the signs mean, each with the room that it takes. */
const legend = [
  {
    sign: (x: number, y: number) => `<circle class="dot" cx="${x}" cy="${y}" r="3.4"/>`,
    gapPx: 16,
    words: 'known exactly',
    widthPx: 112,
  },
  {
    sign: (x: number, y: number) => `<circle class="area" cx="${x}" cy="${y}" r="7"/>`,
    gapPx: 19,
    words: 'anywhere within this, as the text states',
    widthPx: 248,
  },
  {
    sign: (x: number, y: number) => `<circle class="area implied" cx="${x}" cy="${y}" r="7"/>`,
    gapPx: 19,
    words: 'concluded, not stated',
    widthPx: 158,
  },
  {
    sign: () => '',
    gapPx: 0,
    words: 'precision: 1 the place itself … 7 at sea or in the air (UCDP)',
    widthPx: 350,
  },
] as const;

/** What the signs mean, then each place by its number with its precision and the reason, then what could not be placed. */
export function keyOf(
  marks: readonly { readonly number: number; readonly place: Place; readonly isShown: boolean }[],
  lost: readonly Place[],
  widthPx: number,
): MapKey {
  const writer = new Writer(widthPx);
  writer.legend();
  for (const { number, place, isShown } of marks.slice(0, rowsMax)) {
    const aside = isShown ? '' : ' · outside this map';
    writer.row(String(number), `${place.name} · ${exactness(place)}${aside}`, place.why);
  }
  if (marks.length > rowsMax) writer.row('', `and ${marks.length - rowsMax} more`, '');
  if (lost.length > 0) writer.row('–', `Not placed on the map: ${lost.length}`, '');
  for (const place of lost.slice(0, lostMax)) writer.row('', place.name, place.why);
  if (lost.length > lostMax) writer.row('', `and ${lost.length - lostMax} more`, '');
  writer.faint(sources);
  return writer.key();
}

function exactness({ precision, radiusKm, basis, lat, lon }: Place): string {
  const at = `${lat?.toFixed(3)}, ${lon?.toFixed(3)}`;
  return `within ${radiusKm} km of ${at} · precision ${precision} of 7 · ${basis}`;
}

/** Writes lines one below the other. */
class Writer {
  readonly #lines: string[] = [];
  readonly #widthPx: number;
  #y = 22;

  constructor(widthPx: number) {
    this.#widthPx = widthPx;
  }

  legend(): void {
    let x = leftPx;
    for (const { sign, gapPx, words, widthPx } of legend) {
      if (x + widthPx > this.#widthPx) {
        x = leftPx;
        this.#y += linePx + 4;
      }
      const y = this.#y - 4;
      this.#lines.push(`${sign(x + 6, y)}<text class="faint" x="${x + gapPx}" y="${this.#y}">${words}</text>`);
      x += widthPx;
    }
    this.#y += linePx + 6;
  }

  row(number: string, heading: string, detail: string): void {
    this.#lines.push(`<text class="place" x="${leftPx}" y="${this.#y}">${escaped(number)}</text>`);
    this.#paragraph(heading, 'note', 7);
    if (detail !== '') this.#paragraph(detail, 'faint', 6.2);
    this.#y += 4;
  }

  faint(text: string): void {
    this.#y += 4;
    this.#paragraph(text, 'faint', 6.2, leftPx);
  }

  key(): MapKey {
    return { lines: this.#lines, height: this.#y + 2 };
  }

  #paragraph(text: string, style: string, letterPx: number, x = hangingPx): void {
    for (const line of wrapped(text, Math.floor((this.#widthPx - x - leftPx) / letterPx))) {
      this.#lines.push(`<text class="${style}" x="${x}" y="${this.#y}">${escaped(line)}</text>`);
      this.#y += linePx;
    }
  }
}

/** Lines of at most so many letters, broken at spaces; a longer word is broken anywhere. */
function wrapped(text: string, lettersMax: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    let rest = [...word];
    if (line !== '' && line.length + 1 + rest.length > lettersMax) {
      lines.push(line);
      line = '';
    }
    while (rest.length > lettersMax) {
      lines.push(rest.slice(0, lettersMax).join(''));
      rest = rest.slice(lettersMax);
    }
    line = line === '' ? rest.join('') : `${line} ${rest.join('')}`;
  }
  return [...lines, line];
}
