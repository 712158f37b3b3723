import { contentId } from '../../src/core/base/content-id.ts';
import { formatIsoDay, parseIsoDay } from '../../src/core/base/iso-day.ts';
import type { CodedReport } from '../../src/core/ledger/index.ts';
import {
  type ActorRef,
  AUTHOR,
  type Claim,
  type Claimant,
  type Event,
  estimate,
  evidenceOf,
  exactly,
  type Incident,
  type Place,
  type Report,
  unknownWhen,
  type When,
} from '../../src/core/model/index.ts';
import { type Chance, chance } from './chance.ts';
import { inventWorld, type World } from './world.ts';

/** One invented happening: the reports that tell of it, and what they come to. */
export interface InventedIncident {
  readonly reports: readonly CodedReport[];
  readonly incident: Incident;
}

const FIRST_DAY = parseIsoDay('2019-01-01') ?? 0;
const DAYS = 2_190;
const TYPES = ['armed-clash', 'air-strike', 'shelling', 'civilian-attack', 'abduction', 'explosion'];
const CODER = 'rules@0.0.0+invented';

/** Invented happenings without end, the same for the same seed: each has one to five reports of about ten claims. */
export function* inventIncidents(seed: number, world: World = inventWorld(seed)): Generator<InventedIncident> {
  const luck = chance(seed + 1);
  for (let number = 0; ; number++) yield inventIncident(number, luck, world);
}

interface Happening {
  readonly number: number;
  readonly type: string;
  readonly place: Place;
  readonly when: When;
  readonly sides: readonly [ActorRef, ActorRef];
  readonly dead: number;
}

function inventIncident(number: number, luck: Chance, world: World): InventedIncident {
  const place = luck.pickOften(world.places);
  const near = world.actors.filter(({ country }) => country === place.country);
  const happening: Happening = {
    number,
    type: luck.pickOften(TYPES),
    place,
    when: inventWhen(luck),
    sides: [luck.pickOften(near), luck.pick(near)],
    dead: luck.whole(40),
  };
  const reports = Array.from({ length: 1 + luck.whole(5) }, (_, i) => inventReport(happening, i, luck, world));
  return { reports, incident: incidentOf(happening, reports) };
}

function inventWhen(luck: Chance): When {
  if (luck.whole(25) === 0) return unknownWhen('invented without a day');
  const start = FIRST_DAY + luck.whole(DAYS);
  const length = luck.whole(10) === 0 ? luck.whole(60) : 0;
  return {
    ...unknownWhen('invented'),
    start: formatIsoDay(start),
    end: formatIsoDay(start + length),
    precision: length === 0 ? 1 : length < 7 ? 2 : 4,
    basis: 'stated',
  };
}

/** A text that is written claim by claim, so that every quote stands where it is said to stand. */
function inventReport(happening: Happening, index: number, luck: Chance, world: World): CodedReport {
  const { number, place, when, type } = happening;
  const filler = (count: number) => Array.from({ length: count }, () => luck.pickOften(world.words)).join(' ');
  const drafts = draftClaims(happening, luck, filler);
  const headline = `${filler(2)} attack near ${place.name}`;
  const text = `${headline}\n\n${drafts.map(({ words }) => `${words}, ${filler(6 + luck.whole(12))}.`).join(' ')}`;
  const publishedAt =
    when.end === null ? null : (formatIsoDay((parseIsoDay(when.end) ?? 0) + 1 + luck.whole(3)) ?? null);
  const report: Report = {
    id: contentId('rep', { number, index, text }),
    text,
    headline: { start: 0, end: headline.length },
    dateline: null,
    byline: null,
    source: { name: luck.pickOften(world.sources), kind: 'local', country: place.country, affiliation: null },
    url: null,
    publishedAt,
    publishedBasis: publishedAt === null ? null : 'given',
    retrievedAt: null,
    provenance: null,
    language: luck.pickOften(['en', 'fr', null]),
    fingerprint: String(number),
    syndicatedFrom: null,
  };
  const eventId = contentId('evt', { report: report.id });
  let from = headline.length;
  const claims = drafts.map(({ words, make }, i): Claim => {
    const start = text.indexOf(words, from);
    from = start + words.length;
    return make({ id: `clm_${i}`, evidence: evidenceOf(report, { start, end: from }), eventId });
  });
  const event: Event = {
    id: eventId,
    reportId: report.id,
    type,
    roles: rolesOf(happening),
    places: [place],
    when,
    claimIds: claims.flatMap(claim => (claim.eventId === null ? [] : [claim.id])),
  };
  const content = { reportId: report.id, coder: CODER, claims, events: [event], problems: [] };
  return { report, coding: { id: contentId('cod', { reportId: report.id }), ...content } };
}

interface Draft {
  readonly words: string;
  readonly make: (own: Pick<Claim, 'id' | 'evidence' | 'eventId'>) => Claim;
}

/** Draws the words and values of one report's claims. */
interface Drawing {
  readonly happening: Happening;
  readonly luck: Chance;
  readonly filler: (count: number) => string;
}

function draftClaims(happening: Happening, luck: Chance, filler: Drawing['filler']): readonly Draft[] {
  const drawing = { happening, luck, filler };
  const [first] = happening.sides;
  const harmed = Array.from({ length: 5 + luck.whole(4) }, () => harmDraft(drawing));
  const blame: Draft = {
    words: `the ${first.name} was blamed for the ${filler(2)}`,
    make: own => ({
      ...own,
      ...baseFields(drawing),
      kind: 'responsibility',
      actor: first,
      content: own.evidence.span,
      began: false,
    }),
  };
  const risk: Draft = {
    words: `people fear another ${filler(3)}`,
    make: own => ({
      ...own,
      ...baseFields(drawing),
      eventId: null,
      scope: 'future',
      act: 'fear',
      kind: 'risk',
      content: own.evidence.span,
    }),
  };
  return [attackDraft(drawing), ...harmed, blame, risk];
}

function attackDraft(drawing: Drawing): Draft {
  const { happening, filler } = drawing;
  const { place, when, sides, type } = happening;
  return {
    words: `fighters of the ${sides[0].name} attacked a ${filler(2)} in ${place.name}`,
    make: own => ({
      ...own,
      ...baseFields(drawing),
      kind: 'event',
      type,
      roles: rolesOf(happening),
      places: [place],
      when,
      object: null,
      began: false,
      outcome: null,
      times: null,
    }),
  };
}

function harmDraft(drawing: Drawing): Draft {
  const { happening, luck, filler } = drawing;
  const count = Math.max(0, happening.dead + luck.whole(9) - 4);
  const harm = luck.pick(['killed', 'killed', 'injured', 'captured'] as const);
  const side = luck.pick([...happening.sides, null]);
  const status = luck.pick(['civilian', 'combatant', 'unknown'] as const);
  return {
    words: `at least ${count} ${filler(1)} were ${harm} by ${filler(2)}`,
    make: own => ({
      ...own,
      ...baseFields(drawing),
      kind: 'casualty',
      harm,
      estimate: luck.whole(4) === 0 ? exactly(count) : estimate(count, count, null, 'at-least'),
      victims: { side, status, words: null, span: null, partOf: null, addsTo: null },
      unit: luck.whole(12) === 0 ? 'families' : 'persons',
      place: null,
      period: null,
      supersedes: null,
    }),
  };
}

function baseFields({ happening, luck }: Drawing) {
  return {
    claimant: inventClaimant(happening, luck),
    act: luck.pick(['state', 'confirm', 'accuse', 'allege', 'admit'] as const),
    certainty: 'certain' as const,
    polarity: 'positive' as const,
    hedges: [],
    scope: 'incident' as const,
    rule: 'invented/draft',
  };
}

function inventClaimant({ sides }: Happening, luck: Chance): Claimant {
  const actor = luck.pick([...sides, null]);
  if (actor === null) return AUTHOR;
  return { kind: 'actor', actor, words: `a spokesman of the ${actor.name}`, span: null, via: [] };
}

function rolesOf({ sides: [first, second] }: Happening) {
  return [
    { role: 'actor' as const, actor: first },
    { role: 'recipient' as const, actor: second },
  ];
}

function incidentOf(happening: Happening, reports: readonly CodedReport[]): Incident {
  const { number, type, place, when, sides } = happening;
  const [, second] = sides;
  const killed = reports.flatMap(({ report, coding }) =>
    coding.claims.flatMap(claim => (claim.kind === 'casualty' && claim.harm === 'killed' ? [{ report, claim }] : [])),
  );
  const lows = killed.flatMap(({ claim }) => (claim.estimate.low === null ? [] : [claim.estimate.low]));
  const low = lows.length === 0 ? null : Math.min(...lows);
  const high = lows.length === 0 ? null : Math.max(...lows);
  return {
    id: contentId('inc', { number }),
    type,
    roles: rolesOf(happening),
    places: [place],
    when,
    links: reports.map(({ report, coding }) => ({
      reportId: report.id,
      eventId: coding.events[0]?.id ?? '',
      score: 1,
      why: 'invented together',
    })),
    tolls: [
      {
        harm: 'killed',
        side: second,
        status: 'unknown',
        unit: 'persons',
        low,
        best: null,
        high,
        policy: 'invented@1',
        why: 'the range of all accounts',
        entries: killed.map(({ report, claim }) => ({
          claimId: claim.id,
          reportId: report.id,
          claimant: 'author',
          low: claim.estimate.low,
          best: claim.estimate.best,
          high: claim.estimate.high,
          supersededBy: null,
        })),
      },
    ],
    contradictions:
      low !== null && high !== null && high > low + 4
        ? [
            {
              field: `killed of ${second.name}`,
              claimIds: killed.map(({ claim }) => claim.id),
              gap: high - low,
              why: 'the accounts differ',
            },
          ]
        : [],
    independentSources: reports.length,
  };
}
