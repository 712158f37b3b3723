import { parseIsoDay } from '../base/iso-day.ts';
import type { ActorRole } from '../model/event.ts';
import type { Place } from '../model/place.ts';
import type { When } from '../model/when.ts';
import { type Context, sentenceOf, within } from './context.ts';
import type { Draft, DraftOf } from './draft.ts';
import { bySentence, type DraftIndex, draftsBeside } from './draft-index.ts';
import { chooseSetting, isLateDeath, type Setting, settingOf } from './event-setting.ts';
import { gapKm, isFine, samePlace } from './places-together.ts';

/** The drafts of one happening, and what they say of it together. */
export interface EventGroup {
  readonly drafts: readonly Draft[];
  readonly type: string;
  readonly roles: readonly ActorRole[];
  readonly places: readonly Place[];
  readonly when: When;
}

/** Beyond so many kilometres between the shapes, two fine places are two happenings. */
const APART_KM = 30;

/** So many of the latest events of a group are held against a new one. */
const SETTLED_MAX = 20;

/** By how many days a vague time may miss, by UCDP's date_prec. */
const SLACK_DAYS: Readonly<Record<number, number>> = { 3: 5, 4: 10, 5: 30 };

/** What answers to a happening (a counter-attack that retakes, a sweep, arrests) comes within so many days of it. */
const ANSWER_DAYS = 3;

/**
 * Puts the drafts of scope `incident` together by happening (codebook §1.5): an event opens a new one where its day or its
 * place excludes those before it; figures and other claims belong to the event of their sentence, else to the last one
 * told. Figures without any event make one of the kind `violence`.
 */
export function groupEvents(drafts: readonly Draft[], context: Context): readonly EventGroup[] {
  const inOrder = drafts
    .filter(draft => draft.scope === 'incident' && draft.dropped === null)
    .sort((a, b) => a.anchor - b.anchor);
  const happenings = groupHappenings(inOrder, context);
  const groups = joinOthers(inOrder, happenings, context);
  return groups.filter(group => isTold(group, inOrder)).map((group, i) => together(group, context, i === 0));
}

/** The groups that events open, with the settings that a later one must fit. */
interface Happenings {
  readonly groups: readonly Draft[][];
  readonly groupOf: ReadonlyMap<Draft, Draft[]>;
  readonly settled: ReadonlyMap<Draft[], readonly Known[]>;
}

interface Known extends Setting {
  readonly answers: boolean;
  readonly type: string;
  readonly telling: boolean;
  readonly paragraph: number;
  /** Whether its sentence opens as another story: "Separately, …". */
  readonly apart: boolean;
}

function groupHappenings(inOrder: readonly Draft[], context: Context): Happenings {
  const groups: Draft[][] = [];
  const groupOf = new Map<Draft, Draft[]>();
  const settled = new Map<Draft[], readonly Known[]>();
  let last: Draft[] | null = null;
  for (const draft of inOrder) {
    if (draft.kind !== 'event' || draft.polarity === 'negative' || !isHappening(context, draft)) continue;
    const known = knownOf(context, draft);
    const fits = (group: Draft[]) => !isExcluded(settled.get(group) ?? [], known);
    const group: Draft[] = last !== null && fits(last) ? last : (groups.findLast(fits) ?? []);
    if (group.length === 0) groups.push(group);
    group.push(draft);
    groupOf.set(draft, group);
    last = group;
    settled.set(group, [...(settled.get(group) ?? []), known].slice(-SETTLED_MAX));
  }
  return { groups, groupOf, settled };
}

/** Figures, blame and denials go to the event of their sentence, else to the last one told that they fit. */
function joinOthers(inOrder: readonly Draft[], happenings: Happenings, context: Context): readonly Draft[][] {
  const groups = [...happenings.groups];
  const groupOf = new Map(happenings.groupOf);
  const settled = new Map(happenings.settled);
  const index = bySentence(inOrder, context);
  let last: Draft[] | null = null;
  for (const draft of inOrder) {
    const placed = groupOf.get(draft);
    if (placed !== undefined) {
      last = placed;
      continue;
    }
    if (!belongsToEvents(draft, context)) continue;
    const whole = wholeOf(draft, inOrder);
    const beside = (whole === null ? undefined : groupOf.get(whole)) ?? sameSentence(index, draft, context, groupOf);
    const own = draft.kind === 'casualty' && beside === undefined ? ownSetting(draft, context) : null;
    const fits = (group: Draft[]) => own === null || !isExcluded(settled.get(group) ?? [], own);
    const near = beside ?? (last !== null && fits(last) ? last : groups.findLast(fits));
    if (near !== undefined) {
      near.push(draft);
      if (draft.kind === 'casualty') groupOf.set(draft, near);
      if (own !== null && !own.answers && (own.when.precision === 1 || own.places.some(isFine)))
        settled.set(near, [...(settled.get(near) ?? []), own]);
    } else if (draft.kind === 'casualty') {
      last = [draft];
      groups.push(last);
      groupOf.set(draft, last);
      if (own !== null) settled.set(last, [own]);
    }
  }
  return groups;
}

function belongsToEvents(draft: Draft, context: Context): boolean {
  if (draft.kind === 'event') return isHappening(context, draft);
  return draft.kind === 'casualty' || draft.kind === 'responsibility' || draft.kind === 'denial';
}

/** The figure that a figure is a part of or comes on top of: both are of one happening. */
function wholeOf(draft: Draft, all: readonly Draft[]): Draft | null {
  if (draft.kind !== 'casualty') return null;
  const key = draft.victims.partOf ?? draft.victims.addsTo;
  return key === null ? null : (all.find(other => other.key === key) ?? null);
}

/** The day and place of a figure that no event of its sentence tells of. Who dies later was hurt before. */
function ownSetting(draft: DraftOf<'casualty'>, context: Context): Known {
  return { ...knownOf(context, draft), answers: isLateDeath(context, draft) };
}

function knownOf(context: Context, draft: DraftOf<'event'> | DraftOf<'casualty'>): Known {
  const { tokenStart, paragraph } = sentenceOf(context, draft.anchor);
  const type = draft.kind === 'event' ? draft.type : 'violence';
  const opening = context.tree.tokens.slice(tokenStart, tokenStart + 7);
  return {
    ...settingOf(context, draft),
    answers: draft.kind === 'event' && isAnswer(context, draft),
    type,
    telling: context.codebook.eventTypes.get(type)?.detail === 'telling',
    paragraph,
    apart:
      isDistant(context, draft) ||
      isSeparate(context, draft) ||
      opening.some(({ text }) => context.codebook.wordSets['another-story'].has(text.toLowerCase())),
  };
}

/** "Repelled a separate attack on the town", "a raid in neighbouring Wana". */
function isSeparate(context: Context, { anchor, range }: Draft): boolean {
  const { tokens, children } = context.tree;
  const next = context.codebook.wordSets['next-door'];
  for (let i = range.start; i < range.end; i += 1) if (next.has(tokens[i].text.toLowerCase())) return true;
  const nouns = [anchor, ...children[anchor].filter(child => tokens[child].label === 'obj')];
  return nouns.some(noun => children[noun].some(child => tokens[child].lemma === 'separate'));
}

/** "It comes two days after the clash in X", "freed after three weeks": told by its distance from another happening. */
function isDistant(context: Context, draft: DraftOf<'event'> | DraftOf<'casualty'>): boolean {
  if (draft.kind !== 'event') return false;
  const { tokens } = context.tree;
  const { tokenStart, tokenEnd } = sentenceOf(context, draft.anchor);
  return within(context.dateAt, { start: tokenStart, end: tokenEnd }).some(
    ({ kind, value, tokenStart: start, tokenEnd: end }) => {
      const isLength = kind === 'duration' || /^P\d/.test(value ?? '');
      const isAfter =
        isLength && tokens[end]?.text.toLowerCase() === 'after' && draft.anchor > end && draft.anchor - end < 6;
      const weeks = /^P\d+[WM]$/.test(value ?? '') && tokens[start - 1]?.text.toLowerCase() === 'after';
      return isAfter || (weeks && draft.type === 'release' && start > draft.anchor && start - draft.anchor < 4);
    },
  );
}

/**
 * Whether an event is told as another one than those known: its sentence opens so and says where or when, or another
 * paragraph dates another kind of act at a place of another name.
 */
function otherScene(known: Known, event: Known): boolean {
  // A release weeks after is another happening than the abduction, whichever is told first.
  if (known.apart && known.type === 'release' && event.type !== 'release') return true;
  if (known.paragraph === event.paragraph && !event.apart) return false;
  if (event.apart) return event.places.length > 0 || event.when.start !== null || event.type === 'release';
  if (!event.telling || event.answers || known.type === event.type || event.when.start === null) return false;
  const named = known.places.length > 0 && event.places.length > 0;
  return named && !known.places.some(place => event.places.some(other => samePlace(place, other)));
}

/** Talks, requests and help are told with a happening, but are none of its acts (codebook §1.5). */
function isHappening(context: Context, { type }: DraftOf<'event'>): boolean {
  const root = context.codebook.eventTypes.get(type)?.ploverRoot;
  return root !== 'CONSULT' && root !== 'REQUEST' && root !== 'AGREE' && root !== 'AID';
}

/** Whether a kind of event mostly answers to another: arrests, a withdrawal, a place retaken, a deployment. */
function isAnswer(context: Context, { type, anchor }: DraftOf<'event'>): boolean {
  if (/^counter/i.test(context.tree.tokens[anchor].lemma)) return true;
  const root = context.codebook.eventTypes.get(type)?.ploverRoot;
  return root !== 'ASSAULT' && type !== 'territory-taken' && type !== 'siege';
}

/** Where an attack is only said not to have been, figures are of an accident or a rumour. */
function isTold(group: readonly Draft[], all: readonly Draft[]): boolean {
  if (group.some(({ kind }) => kind === 'event' || kind === 'responsibility')) return true;
  if (all.some(({ kind, polarity }) => kind === 'event' && polarity === 'positive')) return true;
  return !all.some(({ kind, rule }) => kind === 'event' || rule === 'denial/no-such-thing');
}

function sameSentence(
  index: DraftIndex,
  draft: Draft,
  context: Context,
  groupOf: ReadonlyMap<Draft, Draft[]>,
): Draft[] | undefined {
  const events = draftsBeside(index, context, draft.anchor).filter(
    other => other.kind === 'event' && groupOf.has(other),
  );
  const nearest = [...events]
    .sort((a, b) => Math.abs(a.anchor - draft.anchor) - Math.abs(b.anchor - draft.anchor))
    .at(0);
  return nearest === undefined ? undefined : groupOf.get(nearest);
}

/** Whether an event cannot be the happening of a group: another exact day, or fine places far apart. */
function isExcluded(known: readonly Known[], event: Known): boolean {
  return known.some(
    other =>
      (other.heading != null && event.heading != null && other.heading !== event.heading) ||
      otherScene(other, event) ||
      daysBetween(other.when, event.when) > (event.answers || other.answers ? ANSWER_DAYS : 0) ||
      farApart(other.places, event.places),
  );
}

/** Days between two times beyond what their words leave open; 0 where one of them is not known. */
function daysBetween(a: When, b: When): number {
  const [a1, a2, b1, b2] = [a.start, a.end, b.start, b.end].map(day => (day === null ? null : parseIsoDay(day)));
  if (a1 == null || a2 == null || b1 == null || b2 == null) return 0;
  const gap = Math.max(0, b1 - a2, a1 - b2);
  const slack = Math.max(SLACK_DAYS[a.precision ?? 1] ?? 0, SLACK_DAYS[b.precision ?? 1] ?? 0);
  // A night belongs to two days.
  const night = [a, b].some(({ partOfDay }) => partOfDay === 'night' || partOfDay === 'overnight') ? 1 : 0;
  return Math.max(0, gap - Math.max(slack, night));
}

function farApart(some: readonly Place[], others: readonly Place[]): boolean {
  const [a, b] = [some.filter(isFine), others.filter(isFine)];
  if (a.length === 0 || b.length === 0) return false;
  return a.every(one => b.every(other => gapKm(one, other) > APART_KM));
}

function together(drafts: readonly Draft[], context: Context, isMain: boolean): EventGroup {
  const isBroad = (type: string) => context.codebook.eventTypes.get(type)?.detail === 'broad';
  const events = drafts.filter(draft => draft.kind === 'event').filter(event => event.polarity === 'positive');
  const acts = events.filter(event => !isAnswer(context, event));
  const telling = acts.find(({ type }) => !isBroad(type)) ?? acts.at(0) ?? events.at(0);
  const roles: ActorRole[] = [];
  // Who arrests, seizes or moves in afterwards is no side of what was answered.
  const sided = events.filter(event => !(isAnswer(context, event) && isBroad(event.type)));
  for (const role of (sided.length > 0 ? sided : events).flatMap(event => event.roles)) {
    if (!roles.some(known => known.actor.name === role.actor.name)) roles.push(role);
  }
  return {
    drafts,
    type: telling?.type ?? 'violence',
    roles,
    ...chooseSetting(context, drafts, {
      isMain,
      isDistant: events.some(event => event.type !== 'release' && isDistant(context, event)),
    }),
  };
}
