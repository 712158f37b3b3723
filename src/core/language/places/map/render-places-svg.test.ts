import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../model/place.ts';
import { Gazetteer } from '../gazetteer.ts';
import { frameOf, pixels } from './frame.ts';
import { boxOfCountry, countriesIn, pathOf } from './outlines.ts';
import { renderPlacesSvg } from './render-places-svg.ts';

const gazetteer = Gazetteer.from(readFileSync(join(import.meta.dirname, '../../../../../models/gazetteer.bin')));

const GAO: Place = {
  name: 'Gao',
  span: null,
  id: 'gn:2457163',
  lat: 16.27,
  lon: -0.04,
  radiusKm: 3,
  precision: 1,
  country: 'MLI',
  admin1: null,
  basis: 'stated',
  why: 'a town',
};
const MALI: Place = { ...GAO, name: 'Mali', id: 'iso:MLI', lat: 18, lon: -2, radiusKm: 1030, precision: 6 };
const NEAR: Place = { ...GAO, name: 'near <Gao>', radiusKm: 40, precision: 5, basis: 'implied' };
const LOST: Place = { ...GAO, name: 'Gondorkhel', id: null, lat: null, lon: null, radiusKm: null, precision: null };

/** `places, what the map shows, what it does not` */
const maps: readonly (readonly [string, readonly Place[], readonly RegExp[], readonly RegExp[]])[] = [
  [
    'a town is a dot in its ring',
    [GAO],
    [/class="dot" cx="450"/, />1 Gao</, /<ellipse class="area" /],
    [/implied" c[xy]?="4/],
  ],
  ['a country is its outline', [MALI], [/<path class="area"/, />1 MALI</], [/<ellipse/, /class="dot" cx="4/]],
  [
    'a wide place is a shape without a dot',
    [NEAR],
    [/<ellipse class="area implied"/, /near &lt;Gao&gt;/],
    [/class="dot" cx="4/],
  ],
  ['a place without a point is told, not drawn', [LOST], [/Not placed on the map: 1/, />Gondorkhel</], [/<ellipse/]],
  ['a place named twice is drawn once', [GAO, { ...GAO, name: 'GAO' }], [/1 on the map/], [/>2 GAO</]],
  ['nothing', [], [/0 on the map, 0 not placed/], [/<ellipse/, /Not placed/]],
];

describe('a map', () => {
  it.each(maps)('%s', (_, places, shown, absent) => {
    const svg = renderPlacesSvg(places, gazetteer, { title: 'A <test>' });
    expect(svg).toContain('>A &lt;test&gt;</text>');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    for (const pattern of shown) expect(svg).toMatch(pattern);
    for (const pattern of absent) expect(svg).not.toMatch(pattern);
  });

  it('says where outlines and places are from', () => {
    expect(renderPlacesSvg([GAO], gazetteer)).toMatch(
      /Natural Earth \(public domain\).*GeoNames and UCDP GED \(CC BY 4.0\)/,
    );
  });

  it('stays small with a thousand places', () => {
    const many = Array.from({ length: 1000 }, (_, i) => ({ ...GAO, name: `Gao ${i}`, lat: 10 + i / 100, lon: i / 50 }));
    const svg = renderPlacesSvg(many, gazetteer);
    expect(svg).toContain('and 940 more');
    expect(svg.length).toBeLessThan(1_000_000);
  });

  it('names a place that lies outside of it', () => {
    const russia = { ...MALI, name: 'Russia', id: 'iso:RUS', country: 'RUS', lat: 60, lon: 100, radiusKm: 1000 };
    expect(renderPlacesSvg([GAO, russia], gazetteer)).toMatch(/Russia · .* · outside this map/);
  });
});

describe('outlines', () => {
  it('holds the capital of a country in its box', () => {
    const chad = gazetteer.countryOf('TCD') ?? -1;
    const box = boxOfCountry(chad, gazetteer);
    expect(box?.south).toBeGreaterThan(7);
    expect(box?.north).toBeLessThan(24);
  });

  it('draws the border of two countries as one line', () => {
    const frame = frameOf({ south: 10, north: 14, west: 0, east: 4 }, 900);
    const [niger, burkina] = ['NER', 'BFA'].map(code =>
      countriesIn(frame, gazetteer).find(({ country }) => country === gazetteer.countryOf(code)),
    );
    const points = (seen: typeof niger): readonly string[] =>
      seen === undefined ? [] : (pathOf(seen).match(/-?[\d.]+ -?[\d.]+/g) ?? []);
    const shared = points(niger).filter(point => points(burkina).includes(point));
    expect(shared.length).toBeGreaterThan(8);
  });

  it('puts the middle of a frame in its middle', () => {
    const frame = frameOf({ south: -1, north: 1, west: 29, east: 31 }, 900);
    expect(pixels(0, 30, frame)).toEqual({ x: 450, y: frame.height / 2 });
  });
});
