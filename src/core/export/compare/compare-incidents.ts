import { distanceKm } from '../../base/distance.ts';
import { totalDeaths } from '../../model/deaths.ts';
import type { Incident, Place, PublicRecord } from '../../model/index.ts';
import { incidentSentence } from '../incident-words.ts';
import { rangeInWords } from '../words.ts';
import type { Comparison, Disagreement } from './compare-claims.ts';
import { type FieldAgreement, fieldAgreement } from './kappa.ts';

/** Of what others call an event type, so that "raid" and "attack" agree where they have one name for both. */
export type TypeName = (type: string) => string;

/** Places known to no more than this are taken to be as far apart as their radii say. */
const NEAR_KM = 5;

/**
 * Two ledgers over the same happenings by other coders and from other reports. Incidents are paired where their days
 * overlap and their places may be one, those with the most in common first, then the nearest, and each once.
 */
export function compareIncidents(first: PublicRecord, second: PublicRecord, typeName: TypeName): Comparison {
  const fields: readonly (readonly [string, (incident: Incident) => string | null])[] = [
    ['event type', incident => typeName(incident.type)],
    ['day', ({ when }) => when.start],
    ['country', ({ places }) => places.find(({ country }) => country !== null)?.country ?? null],
    ['deaths, low', ({ tolls }) => text(totalDeaths(tolls).low)],
    ['deaths, range', ({ tolls }) => rangeInWords(totalDeaths(tolls))],
  ];
  const alike = (a: Incident, b: Incident) => fields.filter(([, value]) => value(a) === value(b)).length;
  const pairs = pairsOf(first.incidents, second.incidents, alike);
  const agreements = fields.map(([field, value]): FieldAgreement => {
    const both = pairs.flatMap(([a, b]): (readonly [string, string])[] => {
      const [x, y] = [value(a), value(b)];
      return x === null || y === null ? [] : [[x, y]];
    });
    return fieldAgreement(field, both);
  });
  const disagreements = pairs.flatMap(([a, b]): readonly Disagreement[] =>
    fields.flatMap(([field, value]) => {
      const [x, y] = [value(a), value(b)];
      if (x === null || y === null || x === y) return [];
      return [{ about: incidentSentence(a), firstId: a.id, secondId: b.id, field, first: x, second: y }];
    }),
  );
  const paired = pairs.length;
  return {
    of: 'incidents',
    paired,
    onlyFirst: first.incidents.length - paired,
    onlySecond: second.incidents.length - paired,
    fields: agreements,
    disagreements,
  };
}

type Alike = (a: Incident, b: Incident) => number;

function pairsOf(
  ours: readonly Incident[],
  theirs: readonly Incident[],
  alike: Alike,
): readonly (readonly [Incident, Incident])[] {
  const byDay = new Map<string, Incident[]>();
  for (const incident of theirs) {
    const day = incident.when.start;
    if (day !== null) byDay.set(day.slice(0, 7), [...(byDay.get(day.slice(0, 7)) ?? []), incident]);
  }
  const possible = ours.flatMap(a =>
    months(a).flatMap(month =>
      (byDay.get(month) ?? []).flatMap(b => {
        const apart = sameDays(a, b) ? distance(a, b) : null;
        return apart === null ? [] : [{ a, b, apart, alike: alike(a, b) }];
      }),
    ),
  );
  const best = possible.toSorted(
    (x, y) => y.alike - x.alike || x.apart - y.apart || (`${x.a.id}${x.b.id}` < `${y.a.id}${y.b.id}` ? -1 : 1),
  );
  const used = new Set<Incident>();
  return best.flatMap(({ a, b }): (readonly [Incident, Incident])[] => {
    if (used.has(a) || used.has(b)) return [];
    used.add(a).add(b);
    return [[a, b]];
  });
}

/** The months in which another incident of the same days may begin. */
function months({ when }: Incident): readonly string[] {
  if (when.start === null || when.end === null) return [];
  const [year = 0, month = 0] = when.start.split('-').map(Number);
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
  return [...new Set([before, when.start.slice(0, 7), when.end.slice(0, 7)])];
}

function sameDays(a: Incident, b: Incident): boolean {
  return (
    a.when.start !== null &&
    b.when.end !== null &&
    a.when.start <= b.when.end &&
    (b.when.start ?? '~') <= (a.when.end ?? '')
  );
}

/** Kilometres between the nearest two places; null where they cannot be one. */
function distance(a: Incident, b: Incident): number | null {
  const apart = a.places.flatMap(x => b.places.flatMap(y => between(x, y) ?? []));
  return apart.length === 0 ? null : Math.min(...apart);
}

function between(a: Place, b: Place): number | null {
  if (
    a.lat === null ||
    a.lon === null ||
    a.radiusKm === null ||
    b.lat === null ||
    b.lon === null ||
    b.radiusKm === null
  )
    return null;
  const apart = distanceKm(a.lat, a.lon, b.lat, b.lon);
  return apart <= a.radiusKm + b.radiusKm + NEAR_KM ? apart : null;
}

function text(value: number | null): string | null {
  return value === null ? null : String(value);
}
