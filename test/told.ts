import {
  type ActorRef,
  AUTHOR,
  type Claim,
  type Claimant,
  Coding,
  type EventType,
  type Harm,
  type Place,
  Report,
  type SpeechAct,
  unknownWhen,
  type VictimStatus,
  type When,
} from '../src/core/model/index.ts';

/** A figure that somebody gives: `says` is an actor, `author`, or other words for somebody without a name. */
export interface ToldFigure {
  readonly says: string;
  readonly harm?: Harm;
  readonly low: number | null;
  readonly high: number | null;
  readonly side: string | null;
  readonly status?: VictimStatus;
  readonly act?: SpeechAct;
  /** Position of the claim within the happening, counted from 0, that this one is a part of, adds to or replaces. */
  readonly partOf?: number;
  readonly addsTo?: number;
  readonly supersedes?: number;
  readonly scope?: 'incident' | 'period';
}

/** Anything else that somebody says of the happening. */
export interface ToldStatement {
  readonly says: string;
  readonly kind: 'blames' | 'began' | 'denies' | 'takes' | 'repels' | 'did' | 'did-not';
  /** Who is said to have done it; for a denial, nobody. */
  readonly actor?: string | undefined;
  readonly recipient?: string | undefined;
  /** What a denial of figures rejects. */
  readonly rejects?:
    | { readonly harm: Harm; readonly side: string; readonly low: number; readonly high: number | null }
    | undefined;
}

/** One happening as a constructed report tells it. */
export interface ToldEvent {
  readonly type?: EventType | undefined;
  readonly actor?: string | undefined;
  readonly recipient?: string | undefined;
  /** Name, latitude, longitude and radius in km; a bare name is unresolved. */
  readonly place?: readonly [string, number, number, number] | string | undefined;
  /** First and last day. */
  readonly days?: readonly [string, string] | undefined;
  readonly atNight?: boolean | undefined;
  readonly figures?: readonly ToldFigure[] | undefined;
  readonly statements?: readonly ToldStatement[] | undefined;
  /** What the report says in words, one paragraph of its own. */
  readonly words?: string | undefined;
}

export interface ToldReport {
  readonly id: string;
  readonly published: string | null;
  readonly source?: string;
  readonly affiliation?: string;
  readonly fingerprint?: string;
  readonly events: readonly ToldEvent[];
}

/** A constructed report and its coding: what tests of reconciling are made of. All happenings are invented. */
export function told({ id, published, source, affiliation, fingerprint = '', events }: ToldReport): {
  readonly report: Report;
  readonly coding: Coding;
} {
  const lines: string[] = [];
  const claims: Claim[] = [];
  const coded = events.map((event, n) => {
    const eventId = `${id}-e${n}`;
    const own = claimsOf(event, id, eventId, lines);
    claims.push(...own);
    return {
      id: eventId,
      reportId: id,
      type: event.type ?? 'attack',
      roles: rolesOf(event),
      places: placesOf(event),
      when: whenOf(event),
      claimIds: own.map(claim => claim.id),
    };
  });
  const report = Report.parse({
    id,
    text: lines.join('\n'),
    headline: null,
    dateline: null,
    byline: null,
    source: source === undefined ? null : { name: source, kind: null, country: null, affiliation: affiliation ?? null },
    url: null,
    publishedAt: published,
    publishedBasis: published === null ? null : 'given',
    retrievedAt: null,
    provenance: null,
    language: 'en',
    fingerprint,
    syndicatedFrom: null,
  });
  const coding = Coding.parse({ id, reportId: id, coder: 'person:test', claims, events: coded, problems: [] });
  return { report, coding };
}

const STATE_BODIES: Readonly<Record<string, ActorRef['kind']>> = {
  Army: 'military',
  Police: 'police',
  Government: 'government',
};

/** An actor with its name as its id; state bodies and civilians are known by their names. */
export function actor(name: string): ActorRef {
  const state = /^(Army|Police|Government) of (.+)$/.exec(name);
  const [, body = '', land = ''] = state ?? [];
  const kind = STATE_BODIES[body] ?? null;
  const country = state === null ? null : land.slice(0, 3).toUpperCase();
  const base = { id: name, name, span: null, basis: 'stated', rule: null } as const;
  return name === 'Civilians' ? { ...base, kind: 'civilians', country: null } : { ...base, kind, country };
}

function claimsOf(event: ToldEvent, reportId: string, eventId: string, lines: string[]): Claim[] {
  const add = (line: string) => {
    const start = lines.reduce((sum, { length }) => sum + length + 1, 0);
    lines.push(line);
    return { reportId, span: { start, end: start + line.length }, quote: line };
  };
  const base = { certainty: 'certain', polarity: 'positive', hedges: [], scope: 'incident', rule: 'test' } as const;
  const ref = (n: number | undefined) => (n === undefined ? null : `${eventId}-c${n}`);
  const first: Claim = {
    ...base,
    id: `${eventId}-event`,
    evidence: add(event.words ?? `${eventId} tells it.`),
    claimant: AUTHOR,
    act: 'state',
    eventId,
    kind: 'event',
    type: event.type ?? 'attack',
    roles: rolesOf(event),
    places: placesOf(event),
    when: whenOf(event),
    object: null,
    began: false,
    outcome: null,
    times: null,
  };
  const figures = (event.figures ?? []).map((figure, n): Claim => {
    const { says, harm = 'killed', low, high, side, status = 'combatant', act = 'state', scope = 'incident' } = figure;
    const best = low === high ? low : null;
    return {
      ...base,
      id: `${eventId}-c${n}`,
      evidence: add(`${eventId} figure ${n}.`),
      claimant: claimantOf(says),
      act,
      scope,
      polarity: high === 0 ? 'negative' : 'positive',
      eventId: scope === 'incident' ? eventId : null,
      kind: 'casualty',
      harm,
      estimate: { low, best, high, qualifier: 'exact' },
      victims: {
        side: side === null ? null : actor(side),
        status: side === 'Civilians' ? 'civilian' : status,
        words: null,
        span: null,
        partOf: ref(figure.partOf),
        addsTo: ref(figure.addsTo),
      },
      unit: 'persons',
      place: null,
      period: null,
      supersedes: ref(figure.supersedes),
    };
  });
  const statements = (event.statements ?? []).map((statement, n): Claim => {
    const line = `${eventId} statement ${n}.`;
    return statementClaim(statement, { ...base, id: `${eventId}-s${n}`, evidence: add(line), eventId }, event);
  });
  return [first, ...figures, ...statements];
}

type Common = Pick<Claim, 'id' | 'evidence' | 'certainty' | 'hedges' | 'scope' | 'eventId' | 'rule'>;

function statementClaim(statement: ToldStatement, common: Common, event: ToldEvent): Claim {
  const { says, kind, rejects } = statement;
  const claimant = claimantOf(says);
  const content = common.evidence.span;
  const doer = statement.actor === undefined ? null : actor(statement.actor);
  if (kind === 'denies') {
    const estimate = (low: number, high: number | null) => ({ low, best: null, high, qualifier: 'between' }) as const;
    const figure = rejects && {
      harm: rejects.harm,
      side: actor(rejects.side),
      estimate: estimate(rejects.low, rejects.high),
    };
    return {
      ...common,
      claimant,
      act: 'deny',
      polarity: 'negative',
      kind: 'denial',
      content,
      about: null,
      rejects: figure ?? null,
    };
  }
  if (kind === 'blames' || kind === 'began') {
    const began = kind === 'began';
    return {
      ...common,
      claimant,
      act: 'accuse',
      polarity: 'positive',
      kind: 'responsibility',
      actor: doer,
      content,
      began,
    };
  }
  const polarity = kind === 'did-not' ? 'negative' : 'positive';
  const type = kind === 'takes' ? 'territory-taken' : 'attack';
  const outcome = kind === 'repels' ? 'repelled' : null;
  const rest = {
    places: placesOf(event),
    when: whenOf(event),
    object: null,
    began: false,
    outcome,
    times: null,
  } as const;
  return { ...common, claimant, act: 'state', polarity, kind: 'event', type, roles: rolesOf(statement), ...rest };
}

function claimantOf(says: string): Claimant {
  if (says === 'author') return AUTHOR;
  if (/^[a-z]/.test(says)) return { kind: 'unnamed', actor: null, words: says, span: null, via: [] };
  return { kind: 'actor', actor: actor(says), words: says, span: null, via: [] };
}

function rolesOf(event: Pick<ToldEvent, 'actor' | 'recipient'>) {
  const roles = [];
  if (event.actor !== undefined) roles.push({ role: 'actor' as const, actor: actor(event.actor) });
  if (event.recipient !== undefined) roles.push({ role: 'recipient' as const, actor: actor(event.recipient) });
  return roles;
}

function placesOf({ place }: ToldEvent): Place[] {
  if (place === undefined) return [];
  const [name, lat, lon, radiusKm] = typeof place === 'string' ? [place, null, null, null] : place;
  const precision = lat === null ? null : 1;
  const base = { span: null, id: null, precision, country: null, admin1: null, basis: 'stated', why: 'test' } as const;
  return [{ ...base, name, lat, lon, radiusKm }];
}

function whenOf({ days, atNight }: ToldEvent): When {
  if (days === undefined) return unknownWhen('not said');
  const [start, end] = days;
  const partOfDay = atNight ? 'night' : null;
  const precision = start === end ? 1 : 2;
  return { words: null, span: null, start, end, precision, partOfDay, basis: 'stated', why: 'test' };
}
