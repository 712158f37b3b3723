import PDFDocument from 'pdfkit';
import { breakLines } from './break-lines.ts';
import { FONT_FILES, openCoverage } from './fonts.ts';
import type { Face, Measure, Piece, Run } from './piece.ts';
import { placeRuns } from './place-runs.ts';

export type Pdf = PDFKit.PDFDocument;
export type Tag = ReturnType<Pdf['struct']>;

const MARGIN = 51;
/** Lines are so much higher than their largest letters. */
const LEADING = 1.42;
const FOOT: Face = { font: 'regular', size: 7.5, color: '#5b626b' };

/** Where a paragraph stands and what it is. */
export interface Setting {
  /** The element of the document's structure that it is part of. */
  readonly tag: Tag;
  /** From the left edge of the text, in points. */
  readonly left?: number;
  readonly width?: number;
}

/** A PDF that is written from top to bottom. */
export interface Sheet {
  readonly pdf: Pdf;
  readonly root: Tag;
  readonly measure: Measure;
  /** The text's edges on the page, in points. */
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** How far down the page the next line begins. */
  y: number;
  /** How much room the page has left. */
  room(): number;
  newPage(): void;
  /** A new page where there is less room than this. */
  need(height: number): void;
  /** An element of the structure, in another or at the top. */
  tag(type: string, parent?: Tag): Tag;
  lines(pieces: readonly Piece[], width: number): readonly (readonly Piece[])[];
  heightOf(line: readonly Piece[]): number;
  /** Draws a line at this height and the distance from the left edge. */
  line(line: readonly Piece[], left: number, y: number, tag: Tag): void;
  /** Running text, over as many pages as it takes. */
  paragraph(pieces: readonly Piece[], setting: Setting): void;
  /** Names this height of the page, for links. */
  destination(name: string): void;
  /** The whole document, and the letters that its fonts do not have. */
  finish(): Promise<{ readonly bytes: Uint8Array; readonly missing: readonly string[] }>;
}

/**
 * Opens a tagged PDF on A4. The same calls give the same bytes: it bears no date of its making, and its streams are not
 * compressed, because deflate gives other bytes on other machines.
 */
export function openSheet(about: { readonly title: string; readonly generator: string }): Sheet {
  const { pdf, whole } = newDocument(about);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const covered = openCoverage();
  const missing = new Set<string>();
  const measure: Measure = (text, { font, size }, isRightToLeft = false) =>
    pdf
      .font(font)
      .fontSize(size)
      .widthOfString(text, isRightToLeft ? { features: [] } : {});
  const { width: pageWidth, height: pageHeight } = pdf.page;
  const sheet: Sheet = {
    pdf,
    root,
    measure,
    left: MARGIN,
    width: pageWidth - 2 * MARGIN,
    height: pageHeight - 2 * MARGIN,
    y: MARGIN,
    room: () => pageHeight - MARGIN - sheet.y,
    newPage() {
      pdf.addPage();
      sheet.y = MARGIN;
    },
    need(height) {
      if (sheet.room() < height) sheet.newPage();
    },
    tag(type, parent = root) {
      const element = pdf.struct(type);
      parent.add(element);
      return element;
    },
    lines: (pieces, width) => breakLines(pieces, width, measure),
    heightOf: line => Math.max(...line.map(({ face }) => face.size)) * LEADING,
    line(line, left, y, tag) {
      for (const { text } of line) for (const letter of text) if (!covered(letter)) missing.add(letter);
      const size = Math.max(...line.map(({ face }) => face.size));
      for (const run of placeRuns(line, measure)) drawRun(pdf, run, MARGIN + left + run.x, { y, size }, tag);
    },
    paragraph(pieces, { tag, left = 0, width = sheet.width - left }) {
      for (const line of sheet.lines(pieces, width)) {
        const height = sheet.heightOf(line);
        sheet.need(height);
        sheet.line(line, left, sheet.y, tag);
        sheet.y += height;
      }
    },
    destination: name => pdf.addNamedDestination(name, 'XYZ', MARGIN, Math.max(0, sheet.y - 6), null),
    async finish() {
      root.end();
      numberPages(pdf, about.title, sheet);
      return { bytes: await whole(), missing: [...missing].sort() };
    },
  };
  return sheet;
}

function newDocument({ title, generator }: { readonly title: string; readonly generator: string }) {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: 'en',
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    compress: false,
    bufferPages: true,
    info: { Title: title, Creator: generator, Producer: generator, CreationDate: new Date(0) },
  });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  for (const [name, file] of Object.entries(FONT_FILES)) pdf.registerFont(name, file);
  const whole = async (): Promise<Uint8Array> => {
    const ended = new Promise<void>((done, fail) => pdf.on('end', done).on('error', fail));
    pdf.end();
    await ended;
    return Buffer.concat(chunks);
  };
  return { pdf, whole };
}

function drawRun(pdf: Pdf, run: Run, x: number, { y, size }: { y: number; size: number }, tag: Tag): void {
  const draw = () => {
    const { font, size: own, color } = run.face;
    const features = run.isRightToLeft ? { features: [] } : {};
    pdf
      .font(font)
      .fontSize(own)
      .fillColor(color)
      .text(run.text, x, y + size, { lineBreak: false, baseline: 'alphabetic', ...features });
  };
  const { link } = run;
  if (link === undefined) {
    tag.add(draw);
    return;
  }
  const element = pdf.struct('Link');
  tag.add(element);
  element.add(() => {
    draw();
    const options = { Contents: run.text, structParent: element };
    if ('url' in link) pdf.link(x, y, run.width, size * LEADING, link.url, options);
    else pdf.goTo(x, y, run.width, size * LEADING, link.goTo, options);
  });
  element.end();
}

/** At the foot of each page, beside the text that is read out. */
function numberPages(pdf: Pdf, title: string, { measure, left, width, height }: Sheet): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page);
    pdf.markContent('Artifact', { type: 'Pagination' });
    const words = `Page ${page + 1} of ${count}`;
    const room = width - measure(words, FOOT) - 20;
    const [named = []] = breakLines([{ text: title, face: FOOT }], room, measure);
    const y = left + height + 26;
    for (const [text, x] of [
      [named.map(({ text }) => text).join(''), left],
      [words, left + width - measure(words, FOOT)],
    ] as const) {
      pdf.font(FOOT.font).fontSize(FOOT.size).fillColor(FOOT.color).text(text, x, y, { lineBreak: false });
    }
    pdf.endMarkedContent();
  }
}
