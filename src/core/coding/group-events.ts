import { distanceKm } from '../base/distance.ts';
import type { ActorRole } from '../model/event.ts';
import type { Place } from '../model/place.ts';
import { unknownWhen, type When } from '../model/when.ts';
import type { Context } from './context.ts';
import type { Draft, DraftOf } from './draft.ts';
import { bySentence, type DraftIndex, draftsBeside } from './draft-index.ts';
import { finest } from './refiners/event-place.ts';
import { whenOf } from './when-of.ts';

/** The drafts of one happening, and what they say of it together. */
export interface EventGroup {
  readonly drafts: readonly Draft[];
  readonly type: string;
  readonly roles: readonly ActorRole[];
  readonly places: readonly Place[];
  readonly when: When;
}

/** When and where something happened, as its own sentence says it. */
type Setting = Pick<DraftOf<'event'>, 'when' | 'places'>;

/** Beyond so many kilometres between the shapes, two fine places are two happenings. */
const APART_KM = 30;

/** So many of the latest events of a group are held against a new one. */
const SETTLED_MAX = 20;

/**
 * Puts the drafts of scope `incident` together by happening (codebook §1.5): an event opens a new one where its day or its
 * place excludes those before it; figures and other claims belong to the event of their sentence, else to the last one
 * told. Figures without any event make one of the kind `violence`.
 */
export function groupEvents(drafts: readonly Draft[], context: Context): readonly EventGroup[] {
  const news = drafts.filter(draft => draft.scope === 'incident' && draft.dropped === null);
  const inOrder = [...news].sort((a, b) => a.anchor - b.anchor);
  const groups: Draft[][] = [];
  const groupOf = new Map<Draft, Draft[]>();
  const settled = new Map<Draft[], Setting[]>();
  for (const draft of inOrder) {
    if (draft.kind !== 'event' || draft.polarity === 'negative' || !isHappening(context, draft)) continue;
    const group = groups.findLast(known => !excluded(settled.get(known) ?? [], draft)) ?? [];
    if (group.length === 0) groups.push(group);
    group.push(draft);
    groupOf.set(draft, group);
    // Only what names a day or a place can exclude a later one.
    if (draft.when.start !== null || draft.places.length > 0)
      settled.set(group, [...(settled.get(group) ?? []), draft].slice(-SETTLED_MAX));
  }
  const index = bySentence(inOrder, context);
  let last: Draft[] | null = null;
  for (const draft of inOrder) {
    const placed = groupOf.get(draft);
    if (placed !== undefined) {
      last = placed;
      continue;
    }
    if (draft.kind === 'event' && !isHappening(context, draft)) continue;
    if (
      draft.kind !== 'casualty' &&
      draft.kind !== 'responsibility' &&
      draft.kind !== 'denial' &&
      draft.kind !== 'event'
    )
      continue;
    const beside = sameSentence(index, draft, context, groupOf);
    const own = draft.kind === 'casualty' && beside === undefined ? settingOf(draft, context) : null;
    const fits = (group: Draft[]) => own === null || !excluded(settled.get(group) ?? [], own);
    const near = beside ?? (last !== null && fits(last) ? last : groups.findLast(fits));
    if (near !== undefined) near.push(draft);
    else if (draft.kind === 'casualty') {
      last = [draft];
      groups.push(last);
      if (own !== null) settled.set(last, [own]);
    }
  }
  return groups.map(group => together(group, context));
}

/** The day and place of a figure that no event of its sentence tells of. */
function settingOf(draft: DraftOf<'casualty'>, context: Context): Setting {
  return { when: whenOf(context, draft.anchor), places: draft.place === null ? [] : [draft.place] };
}

/** Talks, requests and help are told with a happening, but are none of its acts (codebook §1.5). */
function isHappening(context: Context, { type }: DraftOf<'event'>): boolean {
  const root = context.codebook.eventTypes.get(type)?.ploverRoot;
  return root !== 'CONSULT' && root !== 'REQUEST' && root !== 'AGREE' && root !== 'AID';
}

function sameSentence(
  index: DraftIndex,
  draft: Draft,
  context: Context,
  groupOf: ReadonlyMap<Draft, Draft[]>,
): Draft[] | undefined {
  const events = draftsBeside(index, context, draft.anchor).filter(other => groupOf.has(other));
  const nearest = [...events]
    .sort((a, b) => Math.abs(a.anchor - draft.anchor) - Math.abs(b.anchor - draft.anchor))
    .at(0);
  return nearest === undefined ? undefined : groupOf.get(nearest);
}

/** Whether an event cannot be the happening of a group: another exact day, or fine places far apart. */
function excluded(known: readonly Setting[], event: Setting): boolean {
  return known.some(other => otherDay(other.when, event.when) || farApart(other.places, event.places));
}

function otherDay(a: When, b: When): boolean {
  if (a.start === null || a.end === null || b.start === null || b.end === null) return false;
  return a.end < b.start || b.end < a.start;
}

function farApart(some: readonly Place[], others: readonly Place[]): boolean {
  const fine = (places: readonly Place[]) => places.filter(place => place.precision !== null && place.precision <= 3);
  const [a, b] = [fine(some), fine(others)];
  if (a.length === 0 || b.length === 0) return false;
  return a.every(one => b.every(other => gapKm(one, other) > APART_KM));
}

function gapKm(a: Place, b: Place): number {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return 0;
  return distanceKm(a.lat, a.lon, b.lat, b.lon) - (a.radiusKm ?? 0) - (b.radiusKm ?? 0);
}

function together(drafts: readonly Draft[], context: Context): EventGroup {
  const isBroad = (type: string) => context.codebook.eventTypes.get(type)?.detail === 'broad';
  const events = drafts.filter(draft => draft.kind === 'event').filter(event => event.polarity === 'positive');
  const telling = events.find(({ type }) => !isBroad(type)) ?? events.at(0);
  const roles: ActorRole[] = [];
  for (const role of events.flatMap(event => event.roles)) {
    if (!roles.some(known => known.actor.name === role.actor.name)) roles.push(role);
  }
  const settings: readonly Setting[] =
    events.length > 0
      ? events
      : drafts.filter(draft => draft.kind === 'casualty').map(draft => settingOf(draft, context));
  return {
    drafts,
    type: telling?.type ?? 'violence',
    roles,
    places: finest(settings.flatMap(({ places }) => places)),
    when: bestWhen(settings.map(({ when }) => when)),
  };
}

/** The most precise time; of two as precise the one told first; words without days before nothing. */
function bestWhen(times: readonly When[]): When {
  const dated = times.filter(({ precision }) => precision !== null);
  dated.sort((a, b) => (a.precision ?? 9) - (b.precision ?? 9));
  return (
    dated.at(0) ??
    times.find(({ words, partOfDay }) => words !== null && partOfDay !== null) ??
    times.find(({ words }) => words !== null) ??
    unknownWhen('the report names no time for it')
  );
}
