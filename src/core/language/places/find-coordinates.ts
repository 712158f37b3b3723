import type { Place } from '../../model/place.ts';
import type { Token } from '../token.ts';
import type { PlaceMention } from './find-places.ts';

const minutes = `(?:(\\d{1,2}(?:\\.\\d{1,3})?)['′’]\\s?)?`;
const seconds = `(?:(\\d{1,2}(?:\\.\\d{1,3})?)["″”]\\s?)?`;
const sexagesimal = `(\\d{1,3})°\\s?${minutes}${seconds}`;
/** 31°00'22"N 66°24'E */
const degreesPattern = `${sexagesimal}([NS])[\\s,;/]{1,3}${sexagesimal}([EW])`;
/** 31.006, 66.400 and 31.0°N, 66.4°E */
const decimal = '(-?\\d{1,3})\\.(\\d{1,7})°?\\s?';
const decimalPattern = `(?<![\\d.$€£])${decimal}([NS])?[\\s,;/]{1,3}${decimal}([EW])?(?![\\d%])`;

/** Digits after the point that make a bare pair of numbers a pair of coordinates and nothing else. */
const digitsMin = 3;

/** Points that a text gives in figures, as mentions of precision 1. Pairs out of range are left alone. */
export function findCoordinates(text: string, tokens: readonly Token[]): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (const match of text.matchAll(new RegExp(degreesPattern, 'gu'))) {
    const [latDegrees, latMinutes, latSeconds, ns, lonDegrees, lonMinutes, lonSeconds, ew] = match.slice(1);
    const lat = sixtieths(latDegrees, latMinutes, latSeconds) * (ns === 'S' ? -1 : 1);
    const lon = sixtieths(lonDegrees, lonMinutes, lonSeconds) * (ew === 'W' ? -1 : 1);
    const radiusKm = latSeconds !== undefined ? 0.1 : latMinutes !== undefined ? 2 : 80;
    found.push(...mentionOf(match, lat, lon, radiusKm, tokens));
  }
  for (const match of text.matchAll(new RegExp(decimalPattern, 'gu'))) {
    const [latWhole, latDigits, ns, lonWhole, lonDigits, ew] = match.slice(1);
    const marked = ns !== undefined && ew !== undefined;
    const digits = Math.min(latDigits.length, lonDigits.length);
    if (!marked && digits < digitsMin) continue;
    const lat = Number(`${latWhole}.${latDigits}`) * (ns === 'S' ? -1 : 1);
    const lon = Number(`${lonWhole}.${lonDigits}`) * (ew === 'W' ? -1 : 1);
    found.push(...mentionOf(match, lat, lon, Math.max(0.1, 80 / 10 ** digits), tokens));
  }
  return found;
}

function sixtieths(degrees = '0', arcMinutes = '0', arcSeconds = '0'): number {
  return Number(degrees) + Number(arcMinutes) / 60 + Number(arcSeconds) / 3600;
}

function mentionOf(
  match: RegExpExecArray,
  lat: number,
  lon: number,
  radiusKm: number,
  tokens: readonly Token[],
): PlaceMention[] {
  const name = match[0].trim();
  const span = { start: match.index, end: match.index + name.length };
  const tokenStart = tokens.findIndex(token => token.end > span.start);
  if (tokenStart < 0 || Math.abs(lat) > 90 || Math.abs(lon) > 180) return [];
  let tokenEnd = tokenStart + 1;
  while (tokenEnd < tokens.length && tokens[tokenEnd].start < span.end) tokenEnd++;
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  const precision = radiusKm <= 5 ? 1 : radiusKm <= 25 ? 2 : 5;
  const why = `coordinates in the text, good to ${radiusKm} km as they are written; precision ${precision}`;
  const place: Place = {
    name,
    span,
    id: null,
    lat: round(lat),
    lon: round(lon),
    radiusKm,
    precision,
    country: null,
    admin1: null,
    basis: 'stated',
    why,
  };
  return [{ span, tokenStart, tokenEnd, place, candidates: [], role: 'location', reason: 'coordinates in figures' }];
}
