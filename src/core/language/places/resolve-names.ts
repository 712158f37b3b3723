import { distanceKm } from '../../base/distance.ts';
import { isSettlement, lies } from './containment.ts';
import type { Gazetteer, NameHit } from './gazetteer.ts';
import type { PlaceKind } from './gazetteer-format.ts';
import { kindsFit } from './kinds-fit.ts';
import { kindWeights, matchWeights, placeWeights, unknownPeople } from './place-weights.ts';

/** One name of the document that asks for a place. */
export interface PlaceQuery {
  readonly key: string;
  readonly hits: readonly NameHit[];
  /** How likely it means a place at all; what is unlikely is no evidence for its neighbours. */
  readonly chance: number;
  /** The kind of place that a word beside it names. */
  readonly feature: PlaceKind | null;
  /** Index of the query that the text puts this one into ("Spin Boldak, Kandahar"). */
  readonly within: number | null;
  /** Whether the words leave no doubt of that, so that a reading elsewhere is most likely wrong. */
  readonly isToldInside: boolean;
  /** "the Dnepr": rivers, seas and ranges have an article, towns do not. */
  readonly withArticle: boolean;
}

/** One reading with the share of belief that it gets and what spoke for it. */
export interface Reading extends NameHit {
  readonly share: number;
  readonly reasons: readonly ReadingReason[];
}

/** Evidence in favour of a reading, strongest first. */
export type ReadingReason =
  | 'only-reading'
  | 'contained'
  | 'feature'
  | 'near'
  | 'same-admin1'
  | 'same-country'
  | 'publisher'
  | 'size'
  | 'conflict';

const rounds = 3;
const natural: ReadonlySet<PlaceKind> = new Set<PlaceKind>([
  'river',
  'sea',
  'mountain',
  'desert',
  'region',
  'valley',
  'line',
  'lake',
]);
/** A town of some 16,000 people outweighs the unit that is called after it; log2. */
const seatPeople = 14;
const evidenceMax = 120;

/** Weighs all readings of all names of one document together; the readings of each come best first. */
export function resolveNames(
  queries: readonly PlaceQuery[],
  gazetteer: Gazetteer,
  publisherCountry: number | null,
): Reading[][] {
  const groups = groupQueries(queries);
  let beliefs = groups.map(group => readingsOf(group, [], gazetteer, publisherCountry, queries, new Map()));
  for (let round = 0; round < rounds; round++) {
    const evidence = evidenceOf(groups, beliefs, gazetteer);
    const known = new Map(groups.flatMap((group, at) => group.members.map(member => [member, beliefs[at]] as const)));
    beliefs = groups.map(group => readingsOf(group, evidence, gazetteer, publisherCountry, queries, known));
  }
  const answers: Reading[][] = queries.map(() => []);
  groups.forEach((group, at) => {
    for (const member of group.members) answers[member] = beliefs[at];
  });
  return answers;
}

/** Mentions of one name with the same setting are one question: a name means one place in one report. */
interface QueryGroup {
  readonly members: number[];
  readonly query: PlaceQuery;
  chance: number;
}

function groupQueries(queries: readonly PlaceQuery[]): QueryGroup[] {
  const groups = new Map<string, QueryGroup>();
  const settings = new Map<string, PlaceQuery>();
  for (const query of queries) if (query.within !== null) settings.set(query.key, settings.get(query.key) ?? query);
  queries.forEach((query, at) => {
    const told = query.within !== null ? query : settings.get(query.key);
    const merged = told ? { ...query, within: told.within } : query;
    const where = merged.within === null ? '' : queries[merged.within].key;
    const id = `${query.key}|${query.feature ?? ''}|${where}`;
    const group = groups.get(id);
    if (group) {
      group.members.push(at);
      group.chance = Math.max(group.chance, query.chance);
    } else groups.set(id, { members: [at], query: merged, chance: query.chance });
  });
  return [...groups.values()];
}

/** A place that the document speaks of, as far as it is believed. */
interface Evidence {
  readonly group: number;
  readonly key: string;
  readonly entry: number;
  readonly share: number;
  readonly lat: number;
  readonly lon: number;
  readonly wide: boolean;
}

function evidenceOf(groups: readonly QueryGroup[], beliefs: readonly Reading[][], gazetteer: Gazetteer): Evidence[] {
  const evidence: Evidence[] = [];
  groups.forEach((group, at) => {
    for (const { entry, share } of beliefs[at].slice(0, 8)) {
      const weight = share * group.chance * Math.min(2, 1 + Math.log2(group.members.length) / 3);
      if (weight < 0.03) continue;
      evidence.push({
        group: at,
        key: group.query.key,
        entry,
        share: weight,
        lat: gazetteer.lat(entry),
        lon: gazetteer.lon(entry),
        wide: gazetteer.radiusKm(entry) > 150,
      });
    }
  });
  return evidence.sort((a, b) => b.share - a.share).slice(0, evidenceMax);
}

function readingsOf(
  group: QueryGroup,
  evidence: readonly Evidence[],
  gazetteer: Gazetteer,
  publisherCountry: number | null,
  queries: readonly PlaceQuery[],
  known: ReadonlyMap<number, readonly Reading[]>,
): Reading[] {
  const { query } = group;
  const others = evidence.filter(item => item.key !== query.key);
  const context = contextOf(others, gazetteer);
  const containers =
    query.within === null
      ? []
      : (known.get(query.within) ?? queries[query.within].hits.map(hit => ({ entry: hit.entry, share: 0.5 })));
  const seen = new Set<number>();
  const scored: { hit: NameHit; score: number; reasons: ReadingReason[] }[] = [];
  const overshadowed = query.feature === null ? seatedUnits(query.hits, gazetteer) : seen;
  for (const hit of query.hits) {
    if (seen.has(hit.entry)) continue;
    seen.add(hit.entry);
    const { score: plain, reasons } = scoreOf(hit, query, context, containers, gazetteer, publisherCountry);
    const score = overshadowed.has(hit.entry) ? plain + placeWeights.seated : plain;
    scored.push({ hit, score, reasons });
  }
  const most = Math.max(...scored.map(({ score }) => score));
  const stray = strayScore(query, context, containers, scored, gazetteer);
  const total = scored.reduce((sum, { score }) => sum + Math.exp(score - most), Math.exp(stray - most));
  return scored
    .sort((a, b) => b.score - a.score || a.hit.entry - b.hit.entry)
    .map(({ hit, score, reasons }) => ({
      ...hit,
      share: Math.exp(score - most) / total,
      reasons: scored.length === 1 ? ['only-reading', ...reasons] : reasons,
    }));
}

/**
 * What speaks for a place that we do not know: the more the text tells of where it is, the less a village far from there
 * convinces; and a name that the text puts into a province in which no such place is known is most likely another.
 */
function strayScore(
  query: PlaceQuery,
  context: Context,
  containers: readonly { readonly entry: number; readonly share: number }[],
  scored: readonly { readonly reasons: readonly ReadingReason[] }[],
  gazetteer: Gazetteer,
): number {
  const { stray, strayContext, notContained } = placeWeights;
  const [container] = containers;
  const kind = container ? gazetteer.kind(container.entry) : null;
  const holding = kind === 'country' || kind === 'admin1' || kind === 'admin2';
  const denied =
    query.isToldInside &&
    holding &&
    container.share > 0.8 &&
    !scored.some(({ reasons }) => reasons.includes('contained'));
  const single = scored.length === 1;
  const toldApart = query.hits.every(({ entry }) => gazetteer.kind(entry) !== 'country');
  const known = single && gazetteer.weight(query.hits[0].entry).events > 0 ? -1.5 : 0;
  return stray + known + strayContext * Math.min(1, context.total / 3) + (denied && toldApart ? notContained : 0);
}

/** Units that bear the name of a town in them: "Kandahar" alone is the town, "Kandahar province" the unit. */
function seatedUnits(hits: readonly NameHit[], gazetteer: Gazetteer): ReadonlySet<number> {
  const units = new Set<number>();
  const towns = hits.map(({ entry }) => entry).filter(entry => isSettlement(gazetteer.kind(entry)));
  for (const { entry } of hits) {
    const kind = gazetteer.kind(entry);
    const seated = towns.some(town => {
      if (kind === 'admin2') return gazetteer.admin2(town) === entry || lies(town, entry, gazetteer);
      const great = gazetteer.kind(town) !== 'town' || gazetteer.weight(town).people >= seatPeople;
      return kind === 'admin1' && great && gazetteer.admin1(town) === entry;
    });
    if (seated) units.add(entry);
  }
  return units;
}

interface Context {
  /** How much evidence there is in all. */
  readonly total: number;
  readonly countries: ReadonlyMap<number, number>;
  readonly admin1: ReadonlyMap<number, number>;
  readonly points: readonly Evidence[];
}

function contextOf(others: readonly Evidence[], gazetteer: Gazetteer): Context {
  const countries = new Map<number, number>();
  const admin1 = new Map<number, number>();
  let total = 1;
  for (const { entry, share } of others) {
    const country = gazetteer.countryEntry(entry);
    const region = gazetteer.kind(entry) === 'admin1' ? entry : gazetteer.admin1(entry);
    total += share;
    if (country !== null) countries.set(country, (countries.get(country) ?? 0) + share);
    if (region !== null) admin1.set(region, (admin1.get(region) ?? 0) + share);
  }
  for (const [key, mass] of countries) countries.set(key, mass / total);
  for (const [key, mass] of admin1) admin1.set(key, mass / total);
  return { total: total - 1, countries, admin1, points: others.filter(item => !item.wide).slice(0, 60) };
}

function scoreOf(
  hit: NameHit,
  query: PlaceQuery,
  context: Context,
  containers: readonly { readonly entry: number; readonly share: number }[],
  gazetteer: Gazetteer,
  publisherCountry: number | null,
): { score: number; reasons: ReadingReason[] } {
  const { entry, match } = hit;
  const kind = gazetteer.kind(entry);
  const { people, events } = gazetteer.weight(entry);
  const w = placeWeights;
  const country = gazetteer.countryEntry(entry);
  const admin1 = kind === 'admin1' ? entry : gazetteer.admin1(entry);
  const settled = isSettlement(kind);
  const size =
    kindWeights[kind] +
    (settled ? w.people * (people || unknownPeople) : w.extent * Math.log2(1 + gazetteer.radiusKm(entry)));
  const parts: [ReadingReason, number][] = [
    ['conflict', w.events * events],
    ['same-country', w.sameCountry * (country === null ? 0 : (context.countries.get(country) ?? 0))],
    ['same-admin1', w.sameAdmin1 * (admin1 === null ? 0 : (context.admin1.get(admin1) ?? 0))],
    ['near', w.near * nearness(entry, context, gazetteer)],
    [
      'contained',
      w.contained *
        Math.min(
          1,
          containers.reduce(
            (sum, container) => sum + (lies(entry, container.entry, gazetteer) ? container.share : 0),
            0,
          ),
        ),
    ],
    ['publisher', country !== null && country === publisherCountry ? w.publisherCountry : 0],
    ['feature', query.feature === null ? 0 : kindsFit(kind, query.feature) ? w.feature : w.notFeature],
  ];
  const elsewhere = country !== null && !context.countries.has(country) && (settled ? people < 20 : kind !== 'country');
  const foreign = elsewhere ? w.foreign * Math.min(1, context.total / 3) : 0;
  const article = query.withArticle ? (settled ? -w.article : natural.has(kind) ? w.article : 0) : 0;
  const score = size + foreign + article + matchWeights[match] + parts.reduce((sum, [, value]) => sum + value, 0);
  const reasons = parts
    .filter(([, value]) => value >= 1)
    .sort((a, b) => b[1] - a[1])
    .map(([reason]) => reason);
  if (size > 6) reasons.push('size');
  return { score, reasons };
}

function nearness(entry: number, context: Context, gazetteer: Gazetteer): number {
  if (gazetteer.radiusKm(entry) > 150) return 0;
  let sum = 0;
  const lat = gazetteer.lat(entry);
  const lon = gazetteer.lon(entry);
  for (const point of context.points) {
    if (point.entry === entry || Math.abs(point.lat - lat) > 2) continue;
    sum += point.share * Math.exp(-distanceKm(lat, lon, point.lat, point.lon) / placeWeights.nearKm);
  }
  return Math.min(2, sum);
}
