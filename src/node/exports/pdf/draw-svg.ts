import { Parser } from 'htmlparser2';
import type { Face } from './piece.ts';
import type { Pdf } from './sheet.ts';

type Style = Readonly<Record<string, string>>;

/** The size of one of our pictures, in its own units. */
export function sizeOfSvg(svg: string): { readonly width: number; readonly height: number } {
  const size = (name: string) => Number(new RegExp(`<svg[^>]* ${name}="([\\d.]+)"`).exec(svg)?.[1] ?? 0);
  return { width: size('width'), height: size('height') };
}

/**
 * Draws one of our own maps and timelines as vectors at a place on the page, scaled: rectangles, circles, ellipses, paths
 * and text with the styles that those use. Of other SVG it draws what it knows and leaves out the rest.
 */
export function drawSvg(pdf: Pdf, svg: string, at: { readonly x: number; readonly y: number; readonly scale: number }) {
  const drawing: Drawing = { pdf, rules: [], styles: [{}], clips: new Map() };
  let text: { words: string; attributes: Style } | null = null;
  let isStyle = false;
  let clip: string | null = null;
  let titles = 0;
  pdf.save();
  pdf.translate(at.x, at.y).scale(at.scale);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const style = styleOf(name, attributes, drawing);
        drawing.styles.push(style);
        if (name === 'style') isStyle = true;
        else if (name === 'title') titles += 1;
        else if (name === 'clipPath') clip = attributes['id'] ?? '';
        else if (clip !== null) drawing.clips.set(clip, attributes);
        else if (name === 'g') openGroup(attributes, drawing);
        else if (name === 'text') text = { words: '', attributes };
        else drawShape(name, attributes, style, pdf);
      },
      ontext(words) {
        if (isStyle) drawing.rules.push(...rulesOf(words));
        else if (text !== null && titles === 0) text.words += words;
      },
      onclosetag(name) {
        const style = drawing.styles.pop() ?? {};
        if (name === 'style') isStyle = false;
        else if (name === 'title') titles -= 1;
        else if (name === 'clipPath') clip = null;
        else if (name === 'g') pdf.restore();
        else if (name === 'text' && text !== null) {
          drawText(text.words, text.attributes, style, pdf);
          text = null;
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(svg);
  pdf.restore();
}

interface Drawing {
  readonly pdf: Pdf;
  readonly rules: { readonly name: string; readonly style: Style }[];
  readonly styles: Style[];
  readonly clips: Map<string, Style>;
}

/** `.class{a:b;c:d}` and `element{a:b}`, one after the other. */
function rulesOf(css: string): Drawing['rules'] {
  return [...css.matchAll(/([.\w]+)\{([^}]*)\}/g)].map(([, name = '', body = '']) => ({
    name,
    style: Object.fromEntries(body.split(';').map(one => one.split(':').map(part => part.trim()) as [string, string])),
  }));
}

/** What an element inherits, then what rules say of it, then its own attributes. */
function styleOf(name: string, attributes: Style, { rules, styles }: Drawing): Style {
  const classes = (attributes['class'] ?? '').split(' ').map(one => `.${one}`);
  const said = rules.filter(rule => rule.name === name || classes.includes(rule.name));
  return Object.assign({}, styles.at(-1), ...said.map(({ style }) => style), attributes);
}

function openGroup(attributes: Style, { pdf, clips }: Drawing): void {
  pdf.save();
  const moved = /translate\(([-\d.]+)[ ,]+([-\d.]+)\)/.exec(attributes['transform'] ?? '');
  if (moved !== null) pdf.translate(Number(moved[1]), Number(moved[2]));
  const clip = clips.get(/url\(#([^)]+)\)/.exec(attributes['clip-path'] ?? '')?.[1] ?? '');
  if (clip !== undefined) pdf.rect(0, 0, Number(clip['width']), Number(clip['height'])).clip();
}

function drawShape(name: string, attributes: Style, style: Style, pdf: Pdf): void {
  const number = (key: string) => Number(attributes[key] ?? 0);
  pdf.save();
  const [rx, ry] = [number('rx'), number('ry')];
  if (name === 'rect' && rx > 0) pdf.roundedRect(number('x'), number('y'), number('width'), number('height'), rx);
  else if (name === 'rect') pdf.rect(number('x'), number('y'), number('width'), number('height'));
  else if (name === 'circle') pdf.circle(number('cx'), number('cy'), number('r'));
  else if (name === 'ellipse') pdf.ellipse(number('cx'), number('cy'), rx, ry);
  else if (name === 'line') pdf.moveTo(number('x1'), number('y1')).lineTo(number('x2'), number('y2'));
  else if (name === 'path') pdf.path(attributes['d'] ?? '');
  else {
    pdf.restore();
    return;
  }
  paint(style, pdf);
  pdf.restore();
}

function paint(style: Style, pdf: Pdf): void {
  const fill = style['fill'] ?? '#000';
  const stroke = style['stroke'] ?? 'none';
  pdf.fillOpacity(Number(style['fill-opacity'] ?? 1)).strokeOpacity(Number(style['stroke-opacity'] ?? 1));
  pdf.lineWidth(Number(style['stroke-width']?.replace('px', '') ?? 1));
  if (style['stroke-linejoin'] === 'round') pdf.lineJoin('round');
  const [dash, space] = (style['stroke-dasharray'] ?? '').split(/[ ,]+/).map(Number);
  if (dash !== undefined && dash > 0) pdf.dash(dash, { space: space ?? dash });
  if (fill !== 'none' && stroke !== 'none') pdf.fillAndStroke(fill, stroke);
  else if (fill !== 'none') pdf.fill(fill);
  else if (stroke !== 'none') pdf.stroke(stroke);
}

/** Text at its baseline. What would have a halo stands on a pale ground: an outline would be read out as a second text. */
function drawText(words: string, attributes: Style, style: Style, pdf: Pdf): void {
  const font: Face['font'] = Number(style['font-weight'] ?? 400) >= 600 ? 'bold' : 'regular';
  const size = Number(style['font-size']?.replace('px', '') ?? 12);
  const spacing = Number(style['letter-spacing']?.replace('em', '') ?? 0) * size;
  const width = pdf.font(font).fontSize(size).widthOfString(words, { characterSpacing: spacing });
  const shift = { middle: width / 2, end: width }[style['text-anchor'] ?? ''] ?? 0;
  const [x, y] = [Number(attributes['x'] ?? 0) - shift, Number(attributes['y'] ?? 0)];
  pdf.save();
  if (style['paint-order'] === 'stroke') {
    pdf
      .fillOpacity(0.7)
      .roundedRect(x - 2, y - size * 0.9, width + 4, size * 1.15, 2)
      .fill('#fff');
  }
  pdf
    .fillOpacity(1)
    .fillColor(style['fill'] ?? '#000')
    .text(words, x, y, { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing });
  pdf.restore();
}
