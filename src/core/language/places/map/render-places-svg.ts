import type { Place } from '../../../model/place.ts';
import type { Gazetteer } from '../gazetteer.ts';
import { axesOf, boxAround, boxOfPlaces, type Frame, frameOf, isInside, type Placed, pixels } from './frame.ts';
import { keyOf } from './key.ts';
import { escaped, Labels } from './labels.ts';
import { landmarks } from './landmarks.ts';
import { boxOfCountry, countriesIn, middleOf, pathOf, type SeenCountry } from './outlines.ts';

export interface MapOptions {
  /** What the map is of; its heading. */
  readonly title?: string;
  /** Default: 900. */
  readonly widthPx?: number;
}

/** A place on the map with its number, and the country that it is where it is a whole one. */
interface Mark {
  readonly number: number;
  readonly place: Placed;
  readonly country: number | null;
}

const headPx = 34;

/**
 * A static map of places as SVG text. A place that is known exactly is a dot, every other one a shape as wide as what the
 * words leave open: a country its outline, all else a circle. Dashed edges are conclusions, not statements. Below stands a
 * numbered key with the precision of each place, and what could not be placed, which is never drawn.
 */
export function renderPlacesSvg(places: readonly Place[], gazetteer: Gazetteer, options: MapOptions = {}): string {
  const { widthPx = 900, title = 'Places in the text' } = options;
  const distinct = withoutTwins(places);
  const marks = distinct.filter(isPlaced).map((place, i) => ({
    number: i + 1,
    place,
    country: place.id?.startsWith('iso:') && place.country !== null ? gazetteer.countryOf(place.country) : null,
  }));
  const lost = distinct.filter(place => !isPlaced(place));
  const frame = frameOf(boxOf(marks, gazetteer), widthPx);
  const key = keyOf(
    marks.map(mark => ({ ...mark, isShown: isShown(mark, frame) })),
    lost,
    widthPx,
  );
  const height = headPx + frame.height + key.height;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${height}" width="${widthPx}" height="${height}" role="img">`,
    `<title>${escaped(title)}: ${marks.length} on the map, ${lost.length} not placed</title>`,
    `<style>${STYLES}</style>`,
    `<clipPath id="map"><rect width="${frame.width}" height="${frame.height}"/></clipPath>`,
    `<rect width="${widthPx}" height="${height}" fill="#fff"/>`,
    `<text class="title" x="12" y="22">${escaped(shortened(title, Math.floor(widthPx / 8.5)))}</text>`,
    `<g transform="translate(0 ${headPx})"><g clip-path="url(#map)">`,
    ...mapLayers(marks, frame, gazetteer),
    `</g><rect class="edge" x="0.5" y="0.5" width="${frame.width - 1}" height="${frame.height - 1}"/></g>`,
    `<g transform="translate(0 ${headPx + frame.height})">`,
    ...key.lines,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

const STYLES = [
  'text{font-family:"Source Sans 3","Noto Sans","Helvetica Neue",Arial,"DejaVu Sans",sans-serif;fill:#2b2f36}',
  '.title{font-size:16px;font-weight:600}',
  '.edge{fill:none;stroke:#8d969e}',
  '.land{fill:#f7f4ee;stroke:#aaa498;stroke-width:.8;stroke-linejoin:round}',
  '.grid{fill:none;stroke:#8fa3b0;stroke-opacity:.25;stroke-width:.6}',
  '.degree{font-size:9px;fill:#6f7f8a}',
  '.country{font-size:11px;letter-spacing:.06em;fill:#7d776b}',
  '.town{font-size:10px;fill:#6a665e}',
  '.townmark{fill:#8b867c}',
  '.halo{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-opacity:.85;stroke-linejoin:round}',
  '.area{fill:#2f5d8a;fill-opacity:.13;stroke:#2f5d8a;stroke-width:1.2}',
  '.wide{fill-opacity:.05;stroke-width:.9}',
  '.implied{stroke-dasharray:5 3}',
  '.dot{fill:#1d3f63;stroke:#fff;stroke-width:1}',
  '.place{font-size:13px;font-weight:600;fill:#16324f}',
  '.note{font-size:12px}',
  '.faint{font-size:11px;fill:#626973}',
].join('');

function isPlaced(place: Place): place is Placed {
  return place.lat !== null && place.lon !== null && place.radiusKm !== null;
}

/** Each place once, however often the text names it. */
function withoutTwins(places: readonly Place[]): readonly Place[] {
  const seen = new Set<string>();
  return places.filter(place => {
    const key = place.lat === null ? place.name : `${place.id} ${place.lat} ${place.lon} ${place.radiusKm}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Whether any of a place is on the map: a far country does not shrink the map of a town. */
function isShown({ place, country }: Mark, frame: Frame): boolean {
  const { x, y } = pixels(place.lat, place.lon, frame);
  const axes = axesOf(place, frame);
  if (country !== null)
    return x + axes.x > 0 && x - axes.x < frame.width && y + axes.y > 0 && y - axes.y < frame.height;
  return isInside({ x, y }, frame);
}

/** What the map must hold: the places finer than a country, or else the countries. */
function boxOf(marks: readonly Mark[], gazetteer: Gazetteer) {
  const fine = marks.filter(({ country }) => country === null).map(({ place }) => place);
  if (fine.length > 0) return boxOfPlaces(fine);
  return boxAround(
    marks.flatMap(
      ({ country, place }) => (country === null ? null : boxOfCountry(country, gazetteer)) ?? boxOfPlaces([place]),
    ),
  );
}

function mapLayers(marks: readonly Mark[], frame: Frame, gazetteer: Gazetteer): string[] {
  const labels = new Labels(frame);
  labels.keepFreeBox(0, frame.height - 44, 190, frame.height);
  for (const { place, country } of marks) {
    if (country === null && isExact(place)) labels.keepFree(pixels(place.lat, place.lon, frame), 5);
  }
  const countries = countriesIn(frame, gazetteer);
  const named = marks.filter(({ country }) => country === null);
  return [
    `<rect width="${frame.width}" height="${frame.height}" fill="#dfe9ef"/>`,
    ...countries.map(seen => `<path class="land" d="${pathOf(seen)}"/>`),
    ...graticule(frame, labels),
    ...shapes(marks, countries, frame),
    ...named.flatMap(mark => labelOf(mark, frame, labels)),
    ...countries.flatMap(seen => {
      const mark = marks.find(({ country }) => country === seen.country);
      return countryName(seen, mark?.number ?? null, frame, gazetteer, labels);
    }),
    ...landmarks(
      frame,
      gazetteer,
      labels,
      named.map(({ place }) => pixels(place.lat, place.lon, frame)),
    ),
    ...named.flatMap(({ place }) => dotOf(place, frame)),
    scaleBar(frame),
  ];
}

/** Circles and countries, the widest below. */
function shapes(marks: readonly Mark[], countries: readonly SeenCountry[], frame: Frame): string[] {
  return marks
    .toSorted((a, b) => b.place.radiusKm - a.place.radiusKm)
    .flatMap(({ place, country }) => {
      const seen = country === null ? undefined : countries.find(one => one.country === country);
      const wide = seen === undefined && isWide(place, frame);
      const style = `area${wide ? ' wide' : ''}${place.basis === 'stated' ? '' : ' implied'}`;
      const title = `<title>${escaped(`${place.name}: ${place.why}`)}</title>`;
      if (seen) return [`<path class="${style}" d="${pathOf(seen)}">${title}</path>`];
      const { x, y } = pixels(place.lat, place.lon, frame);
      const axes = axesOf(place, frame);
      const [rx, ry] = [Math.max(5, axes.x), Math.max(5, axes.y)];
      return [`<ellipse class="${style}" cx="${x}" cy="${y}" rx="${rx}" ry="${ry}">${title}</ellipse>`];
    });
}

/** Whether a circle fills much of the map: it is then drawn fainter, so that it does not hide the others. */
function isWide(place: Placed, frame: Frame): boolean {
  return axesOf(place, frame).x > frame.width * 0.22;
}

/** A point is drawn only where the place is known as exactly as a point. */
function dotOf(place: Placed, frame: Frame): string[] {
  if (!isExact(place)) return [];
  const { x, y } = pixels(place.lat, place.lon, frame);
  return [`<circle class="dot" cx="${x}" cy="${y}" r="3.4"/>`];
}

function isExact({ precision, radiusKm }: Placed): boolean {
  return precision === 1 || (precision === 2 && radiusKm <= 5);
}

/** Number and name, or the number alone where there is no room for more. */
function labelOf({ number, place }: Mark, frame: Frame, labels: Labels): string[] {
  const at = pixels(place.lat, place.lon, frame);
  if (!isInside(at, frame)) return [];
  const style = { sizePx: 13, class: 'place halo', gapPx: isExact(place) ? 8 : 5, centred: !isExact(place) };
  const text = `${number} ${shortened(place.name, 40)}`;
  const label =
    labels.place(text, at, style) ??
    labels.place(text, at, { ...style, centred: false }) ??
    labels.place(String(number), at, { ...style, centred: false });
  return label === null ? [] : [label];
}

/** The name of a country, with its number where the text names it; small ones that it does not name have none. */
function countryName(
  seen: SeenCountry,
  number: number | null,
  frame: Frame,
  gazetteer: Gazetteer,
  labels: Labels,
): string[] {
  const { roomPx, ...at } = middleOf(seen, frame);
  const name = gazetteer.label(seen.country).toUpperCase();
  if (number === null && (seen.country < 0 || roomPx < 45 || roomPx < name.length * 4)) return [];
  const style = { sizePx: 12, class: number === null ? 'country' : 'place halo', gapPx: 0, centred: true };
  for (const shift of [0, -26, 26, -52, 52]) {
    const text = number === null ? name : `${number} ${name}`;
    const label = labels.place(text, { x: at.x, y: at.y + shift }, style);
    if (label !== null) return [label];
  }
  return [];
}

/** Meridians and parallels, as many as help to find a place in an atlas. */
function graticule(frame: Frame, labels: Labels): string[] {
  const step = [0.5, 1, 2, 5, 10, 20, 30].find(degrees => (frame.east - frame.west) / degrees <= 9) ?? 60;
  const lines: string[] = [];
  for (let lon = Math.ceil(frame.west / step) * step; lon < frame.east; lon += step) {
    const { x } = pixels(0, lon, frame);
    lines.push(`<path class="grid" d="M${x} 0V${frame.height}"/>`);
    labels.keepFreeBox(x, 0, x + 32, 14);
    if (Math.abs(lon) <= 180) lines.push(`<text class="degree" x="${x + 3}" y="11">${degrees(lon, 'E', 'W')}</text>`);
  }
  for (let lat = Math.ceil(frame.south / step) * step; lat < frame.north; lat += step) {
    const { y } = pixels(lat, 0, frame);
    lines.push(`<path class="grid" d="M0 ${y}H${frame.width}"/>`);
    if (y < 24) continue;
    labels.keepFreeBox(frame.width - 34, y - 14, frame.width, y);
    lines.push(
      `<text class="degree" x="${frame.width - 4}" y="${y - 3}" text-anchor="end">${degrees(lat, 'N', 'S')}</text>`,
    );
  }
  return lines;
}

function degrees(value: number, plus: string, minus: string): string {
  const side = value > 0 ? plus : value < 0 ? minus : '';
  return `${Math.abs(Math.round(value * 10) / 10)}°${side}`;
}

function scaleBar(frame: Frame): string {
  const lat = (frame.south + frame.north) / 2;
  const kmPerPx = (1 / axesOf({ lat, radiusKm: 1000 }, frame).x) * 1000;
  const unit = 10 ** Math.floor(Math.log10(kmPerPx * 150));
  const km = [5, 2, 1].map(times => times * unit).find(length => length / kmPerPx <= 150) ?? unit;
  const [width, y] = [Math.round(km / kmPerPx), frame.height - 14];
  return [
    `<rect x="8" y="${y - 24}" width="${width + 24}" height="32" rx="3" fill="#fff" fill-opacity=".82"/>`,
    `<path d="M20 ${y - 5}v5h${width}v-5M${20 + width / 2} ${y - 3}v3" fill="none" stroke="#2b2f36" stroke-width="1.4"/>`,
    `<text class="faint" x="20" y="${y - 10}">${km} km</text>`,
  ].join('');
}

function shortened(text: string, length: number): string {
  const letters = [...text];
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join('')}…`;
}
