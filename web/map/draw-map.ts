import type { Outlines } from './outlines.ts';
import { type MapSize, type MapView, onScreen } from './projection.ts';
import type { MapSymbol } from './symbols.ts';

/** More numbers than these nobody reads on one map. */
const LABELS_MAX = 300;

/** The colours of the page, as the theme of the reader has them. */
export interface MapColours {
  readonly sea: string;
  readonly land: string;
  readonly coast: string;
  readonly ink: string;
  readonly muted: string;
  readonly paper: string;
  readonly accent: string;
}

export interface MapPicture {
  readonly view: MapView;
  readonly size: MapSize;
  readonly outlines: Outlines | null;
  readonly symbols: readonly MapSymbol[];
  /** The symbol that is pointed at or chosen. */
  readonly current: MapSymbol | null;
  readonly colours: MapColours;
}

/** Reads the colours of an element. */
export function coloursOf(element: Element): MapColours {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    sea: colour('sea'),
    land: colour('land'),
    coast: colour('coast'),
    ink: colour('ink'),
    muted: colour('muted'),
    paper: colour('paper'),
    accent: colour('accent'),
  };
}

/** Draws the map: coasts and borders, then the areas, the dots and their numbers. `ratio` is pixels per CSS pixel. */
export function drawMap(canvas: CanvasRenderingContext2D, picture: MapPicture, ratio: number): void {
  const { size, colours, symbols, current } = picture;
  canvas.setTransform(ratio, 0, 0, ratio, 0, 0);
  canvas.fillStyle = colours.sea;
  canvas.fillRect(0, 0, size.width, size.height);
  drawLand(canvas, picture, ratio);
  canvas.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawNames(canvas, picture);
  for (const symbol of symbols) drawSymbol(canvas, symbol, picture, symbol === current);
  drawCounts(canvas, picture);
}

function drawLand(
  canvas: CanvasRenderingContext2D,
  { view, size, outlines, colours }: MapPicture,
  ratio: number,
): void {
  const { middle, scale } = view;
  const [across, down] = [size.width / 2 - middle.x * scale, size.height / 2 - middle.y * scale];
  canvas.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * across, ratio * down);
  canvas.fillStyle = colours.land;
  canvas.strokeStyle = colours.coast;
  canvas.lineWidth = 0.8 / scale;
  for (const { path } of outlines?.countries ?? []) {
    canvas.fill(path, 'evenodd');
    canvas.stroke(path);
  }
}

/** Names of countries that have room for theirs. */
function drawNames(canvas: CanvasRenderingContext2D, { view, size, outlines, colours }: MapPicture): void {
  canvas.font = '12px system-ui, sans-serif';
  canvas.textAlign = 'center';
  canvas.textBaseline = 'middle';
  canvas.fillStyle = colours.muted;
  for (const { name, middle, width } of outlines?.countries ?? []) {
    const room = width * view.scale;
    if (room < 60 || canvas.measureText(name).width > room * 0.8) continue;
    const { x, y } = onScreen(middle, view, size);
    if (x > 0 && y > 0 && x < size.width && y < size.height) canvas.fillText(name, x, y);
  }
}

function drawSymbol(
  canvas: CanvasRenderingContext2D,
  { kind, x, y, radius }: MapSymbol,
  { colours }: MapPicture,
  isCurrent: boolean,
): void {
  canvas.beginPath();
  canvas.arc(x, y, radius, 0, 2 * Math.PI);
  canvas.fillStyle = colours.accent;
  canvas.strokeStyle = isCurrent ? colours.ink : colours.accent;
  canvas.globalAlpha = kind === 'dot' ? 0.85 : isCurrent ? 0.3 : 0.12;
  canvas.fill();
  canvas.globalAlpha = 1;
  canvas.lineWidth = isCurrent ? 3 : kind === 'dot' ? 1 : 1.5;
  if (kind === 'area') canvas.setLineDash([5, 3]);
  else if (!isCurrent) canvas.strokeStyle = colours.paper;
  canvas.stroke();
  canvas.setLineDash([]);
}

/** How many each symbol stands for: the largest numbers first, and none over another. */
function drawCounts(canvas: CanvasRenderingContext2D, { symbols, colours }: MapPicture): void {
  canvas.font = '600 11px system-ui, sans-serif';
  canvas.textAlign = 'center';
  canvas.textBaseline = 'middle';
  const taken: { readonly x: number; readonly y: number; readonly half: number }[] = [];
  for (const { kind, x, y: middle, radius, count } of symbols.toSorted((a, b) => b.count - a.count)) {
    if (count < 2 || taken.length > LABELS_MAX) break;
    const words = count >= 10_000 ? `${Math.round(count / 1000)}k` : String(count);
    const half = canvas.measureText(words).width / 2 + 2;
    const isInside = kind === 'dot' && half < radius;
    const y = kind === 'area' || isInside ? middle : middle - radius - 7;
    if (taken.some(other => Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < 13)) continue;
    taken.push({ x, y, half });
    canvas.lineWidth = 3;
    canvas.strokeStyle = colours.paper;
    if (!isInside) canvas.strokeText(words, x, y);
    canvas.fillStyle = isInside ? colours.paper : colours.ink;
    canvas.fillText(words, x, y);
  }
}
