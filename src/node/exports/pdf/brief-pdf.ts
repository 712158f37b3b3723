import { type Brief, type BriefSource, runs, type Sentence } from '../../../core/export/brief/brief.ts';
import { NOTICE, stampLine } from '../../../core/export/stamp.ts';
import { dayInWords } from '../../../core/export/words.ts';
import { drawSvg, sizeOfSvg } from './draw-svg.ts';
import type { Face, Piece } from './piece.ts';
import { openSheet, type Sheet, type Tag } from './sheet.ts';
import { drawTable } from './table.ts';

const INK = '#22262b';
const FAINT = '#5b626b';
const LINK = '#1d4f80';
const FACES = {
  title: { font: 'bold', size: 17, color: INK },
  heading: { font: 'bold', size: 12.5, color: INK },
  lower: { font: 'bold', size: 9.5, color: INK },
  summary: { font: 'regular', size: 10.5, color: INK },
  body: { font: 'regular', size: 9.5, color: INK },
  note: { font: 'regular', size: 8, color: FAINT },
  cell: { font: 'regular', size: 8.5, color: INK },
  head: { font: 'bold', size: 8.5, color: INK },
} as const satisfies Record<string, Face>;

type FaceName = keyof typeof FACES;

/** The map is drawn so many units wide for a page: its letters are then large enough to read. */
export const PDF_MAP_WIDTH = 690;

export interface PdfFigures {
  /** Pictures as SVG; null where there is nothing to draw. */
  readonly map: string | null;
  readonly timeline: string | null;
}

/**
 * A briefing as PDF with the words of its Markdown: headings in the outline, every number in brackets a link to its
 * source, pictures as vectors. The same briefing gives the same bytes. `missing` are letters that the fonts lack.
 */
export async function briefPdf(
  brief: Brief,
  figures: PdfFigures,
): Promise<{ readonly bytes: Uint8Array; readonly missing: readonly string[] }> {
  const sheet = openSheet({ title: brief.title, generator: brief.stamp.generator });
  const write = (type: string, pieces: readonly Piece[], after: number) => {
    const tag = sheet.tag(type);
    sheet.paragraph(pieces, { tag });
    tag.end();
    sheet.y += after;
  };
  write('H1', plain(brief.title, 'title'), 6);
  const summary = brief.summary.flatMap((sentence, i) => [
    ...plain(i === 0 ? '' : ' ', 'summary'),
    ...cited(sentence, 'summary'),
  ]);
  write('P', summary.length === 0 ? plain('No incident fits.', 'summary') : summary, 8);
  figure(figures.map, 'Map of the places, drawn as wide as they are uncertain', sheet);
  figure(figures.timeline, 'Incidents over time', sheet);
  if (brief.totals.length > 0) {
    section('Losses by side', sheet);
    lossTable(brief, sheet);
    sheet.y += 4;
    write('P', plain(OVERLAP, 'note'), 4);
  }
  const incidents = brief.incidents.length > 0 ? section('Incidents', sheet) : null;
  for (const { id, title, where, losses, voices } of brief.incidents) {
    subsection(title.text, cited(title, 'lower'), incidents, sheet);
    write('P', plain(`${where}. ${voices}. ${id}`, 'note'), 2);
    list(losses, sheet);
  }
  const contested = brief.disputes.length > 0 ? section('What is contested', sheet) : null;
  for (const { incident, field, why, accounts } of brief.disputes) {
    subsection(`${incident}: ${field}`, plain(`${incident}: ${field}`, 'lower'), contested, sheet);
    write('P', cited(why, 'body'), 2);
    list(accounts, sheet);
  }
  for (const [title, sentences] of [
    ['Threats', brief.threats],
    ['Risks', brief.risks],
    ['What is not known', brief.gaps],
  ] as const) {
    if (sentences.length === 0) continue;
    section(title, sheet);
    list(sentences, sheet);
  }
  if (brief.sources.length > 0) section('Sources', sheet);
  sources(brief.sources, sheet);
  sheet.y += 14;
  write('P', plain(`${stampLine(brief.stamp)}. Coded by ${brief.stamp.coders.join(', ')}. ${NOTICE}`, 'note'), 0);
  return sheet.finish();
}

const OVERLAP = 'Rows overlap: one whose side is not stated may be the total of others, so rows are not added up.';

type Outline = Sheet['pdf']['outline'];

/** A heading in the text and in the outline, with room for what follows on the same page. */
function section(title: string, sheet: Sheet): Outline {
  sheet.need(80);
  sheet.y += 12;
  const entry = outlined(title, sheet.pdf.outline, sheet);
  const tag = sheet.tag('H2');
  sheet.paragraph(plain(title, 'heading'), { tag });
  tag.end();
  sheet.y += 4;
  return entry;
}

function subsection(title: string, pieces: readonly Piece[], outline: Outline | null, sheet: Sheet): void {
  sheet.need(60);
  sheet.y += 7;
  if (outline !== null) outlined(title, outline, sheet);
  const tag = sheet.tag('H3');
  sheet.paragraph(pieces, { tag });
  tag.end();
}

function outlined(title: string, outline: Outline, { pdf, y }: Sheet): Outline {
  // The library counts the left edge from the right one.
  const place = { expanded: false, fit: false, top: Math.max(0, y - 6), left: pdf.page.width };
  return outline.addItem(title, place);
}

/** A picture on one page, as wide as the text or smaller. */
function figure(svg: string | null, caption: string, sheet: Sheet): void {
  if (svg === null) return;
  const { width, height } = sizeOfSvg(svg);
  const below = 22;
  const wide = sheet.width / width;
  // Rather somewhat smaller on this page than alone on the next.
  const here = Math.min(wide, (sheet.room() - below) / height);
  const scale = here >= 0.8 * wide ? here : Math.min(wide, (sheet.height - below) / height);
  sheet.need(height * scale + below);
  const { pdf, left, y } = sheet;
  const bbox = [left, y, left + width * scale, y + height * scale];
  const picture = pdf.struct('Figure', Object.assign({ alt: caption }, { bbox }));
  sheet.root.add(picture);
  picture.add(() => drawSvg(pdf, svg, { x: left, y, scale }));
  picture.end();
  sheet.y += height * scale + 3;
  const tag = sheet.tag('Caption');
  sheet.paragraph(plain(caption, 'note'), { tag });
  tag.end();
  sheet.y += 8;
}

function lossTable({ totals }: Brief, sheet: Sheet): void {
  const head = ['side', 'harm', 'range over all accounts', 'incidents with a figure', 'sources'];
  drawTable(sheet, {
    shares: [30, 14, 20, 16, 20],
    head: head.map(text => plain(text, 'head')),
    rows: totals.map(({ side, harm, range, incidents, sources: numbers }) => [
      plain(side, 'cell'),
      plain(harm, 'cell'),
      plain(range, 'cell'),
      plain(String(incidents), 'cell'),
      citation(numbers, 'cell'),
    ]),
  });
}

function list(sentences: readonly Sentence[], sheet: Sheet): void {
  const whole = sheet.tag('L');
  for (const sentence of sentences) item('•', cited(sentence, 'body'), 12, whole, sheet);
  whole.end();
}

function item(label: string, pieces: readonly Piece[], indent: number, whole: Tag, sheet: Sheet): void {
  const one = sheet.tag('LI', whole);
  const [lines, face] = [sheet.lines(pieces, sheet.width - indent), FACES.body];
  sheet.need(Math.min(lines.length, 2) * face.size * 1.42);
  const mark = sheet.tag('Lbl', one);
  sheet.line([{ text: label, face }], indent - 4 - sheet.measure(label, face), sheet.y, mark);
  mark.end();
  const body = sheet.tag('LBody', one);
  sheet.paragraph(pieces, { tag: body, left: indent });
  body.end();
  one.end();
  sheet.y += 2;
}

function sources(all: readonly BriefSource[], sheet: Sheet): void {
  if (all.length === 0) return;
  const indent = 10 + sheet.measure(`${all.at(-1)?.number}.`, FACES.body);
  const whole = sheet.tag('L');
  for (const { number, quote, speaker, publisher, published, headline, url } of all) {
    const where = [
      publisher,
      published === null ? 'undated' : dayInWords(published),
      headline === null ? null : `“${headline}”`,
    ];
    const said = plain(`“${quote}” (${speaker}). ${where.filter(Boolean).join(', ')}.`, 'body');
    sheet.need(2 * FACES.body.size * 1.42);
    sheet.destination(`source-${number}`);
    item(`${number}.`, url === null ? said : [...said, ...plain(' ', 'body'), address(url)], indent, whole, sheet);
  }
  whole.end();
}

/** Only what a browser opens is a link. */
function address(url: string): Piece {
  return /^https?:\/\//.test(url)
    ? { text: url, face: LINKED.body, link: { url: encodeURI(decoded(url)) } }
    : { text: url, face: FACES.body };
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function plain(text: string, face: FaceName): readonly Piece[] {
  return [{ text, face: FACES[face] }];
}

function cited({ text, sources: numbers }: Sentence, face: FaceName): readonly Piece[] {
  return numbers.length === 0 ? plain(text, face) : [...plain(`${text} `, face), ...citation(numbers, face)];
}

/** `[1, 3–5]`, each number a link to its source. */
function citation(numbers: readonly number[], face: FaceName): readonly Piece[] {
  if (numbers.length === 0) return [];
  const marks = runs(numbers).split(/(\d+)/);
  const pieces = marks.map(
    (mark): Piece =>
      /^\d+$/.test(mark)
        ? { text: mark, face: LINKED[face], link: { goTo: `source-${mark}` } }
        : { text: mark, face: FACES[face] },
  );
  return [...plain('[', face), ...pieces, ...plain(']', face)];
}

const LINKED = Object.fromEntries(
  Object.entries(FACES).map(([name, face]) => [name, { ...face, color: LINK }]),
) as Record<FaceName, Face>;
