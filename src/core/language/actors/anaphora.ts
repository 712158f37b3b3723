import { type ActorRef, sameActor } from '../../model/actor.ts';
import type { Draft } from './actor-mention.ts';
import { isState } from './document-countries.ts';
import { CIVILIANS } from './resolve-target.ts';
import { type Scan, wordEnd } from './scan.ts';
import type { Settings } from './settings.ts';

/** A draft with whom it means so far. */
export interface Resolved {
  readonly draft: Draft;
  readonly ref: ActorRef;
}

/** How many mentions back a title or a body is looked for, so that a long list costs no more than a short one. */
const REACH = 300;
/** How many sentences back an actor may have been named that a noun takes up. */
const WINDOW = 6;

/**
 * Gives words that only point at an actor the actor that was named before: "the group", "the militants" after one named
 * group, "its fighters", "our forces" in an actor's own statement, "the enemy" there, "the spokesman", "officers" after
 * police officers. Each is implied, with its rule; where two could be meant, nobody is.
 */
export function resolveActorAnaphora(mentions: readonly Resolved[], settings: Settings): readonly Resolved[] {
  const found: Resolved[] = [];
  const opponent = opponentOf(mentions, settings);
  for (const mention of mentions) {
    const ref = takenUp(mention, found, opponent, settings);
    found.push(ref === null ? mention : { ...mention, ref });
  }
  return sharePolice(found);
}

/** Where a report names one police only, "police" without a country are the same. */
function sharePolice(mentions: readonly Resolved[]): readonly Resolved[] {
  const known = new Map<string, ActorRef>();
  for (const { ref } of mentions) if (ref.kind === 'police' && ref.id !== null) known.set(ref.id, ref);
  const [only, other] = known.values();
  if (only === undefined || other !== undefined) return mentions;
  return mentions.map(mention => {
    const open = mention.draft.target.type === 'implied' && mention.ref.kind === 'police' && mention.ref.id === null;
    return open ? { ...mention, ref: pointed(only, mention.ref, 'only-police-named') } : mention;
  });
}

/** "Salvadoran guerrillas" are the one armed group of that country that the report names. */
function onlyOfCountry(country: string, ref: ActorRef, { certain, scan }: Settings): ActorRef | null {
  let only: ActorRef | null = null;
  for (const id of certain.keys()) {
    const one = scan.index.registered(id);
    if (one?.countries[0] !== country || one.actor.kind !== 'armed-group') continue;
    if (only !== null) return null;
    only = pointed({ ...ref, ...one.actor }, ref, 'only-group-of-country');
  }
  return only;
}

function takenUp(
  mention: Resolved,
  before: readonly Resolved[],
  opponent: ActorRef | null,
  settings: Settings,
): ActorRef | null {
  const { draft, ref } = mention;
  if (ref.id === CIVILIANS || isNamed(draft)) return null;
  const { scan } = settings;
  const { target } = draft;
  if (target.type === 'own' && target.country !== null && draft.person?.anaphor === 'group') {
    return onlyOfCountry(target.country, ref, settings);
  }
  const determiner = determinerOf(scan, draft.from);
  if (determiner === 'ours') return bodyFor(draft, voiceOf(settings), 'ours-of-the-publisher', ref, settings);
  if (determiner === 'whose' && (draft.anaphor !== undefined || actsForAnother(draft))) {
    return bodyFor(draft, ownerOf(draft, before, scan), 'owner-named-before', ref, settings);
  }
  if (draft.person?.anaphor === 'opponent')
    return opponent === null ? null : pointed(opponent, ref, 'opponent-of-the-publisher');
  if (draft.person?.anaphor === 'body') return officersBefore(draft, before, ref, scan);
  const office = draft.anaphor === 'office' || (determiner === 'definite' && isTitle(draft));
  const titled = office ? officeBefore(draft, before, ref, scan) : null;
  if (titled !== null) return titled;
  if (draft.person?.anaphor === 'group' && opponent !== null && isState(voiceOf(settings)?.kind)) {
    return pointed(opponent, ref, 'opponent-of-the-publisher');
  }
  const group =
    draft.anaphor === 'group' ||
    (draft.person?.anaphor === 'group' && determiner === 'definite' && draft.person.plural);
  if (group) return onlyBefore(draft, before, ref, scan, isGroup, 'group-named-before');
  if (draft.anaphor === 'organisation')
    return onlyBefore(draft, before, ref, scan, isOrganisation, 'organisation-named-before');
  return draft.anonymous ? sourceOfVoice(draft, ref, settings) : null;
}

/** Names mean themselves, whatever stands before them. */
function isNamed({ target, form, anaphor }: Draft): boolean {
  if (target.type === 'actors' || target.type === 'state' || target.type === 'losses') return true;
  return form === 'unknown-group' && target.type === 'own' && target.name !== undefined && anaphor === undefined;
}

/** One holder of a title without a name: "the source", "the commander". */
function isTitle({ anonymous, person, target }: Draft): boolean {
  if (target.type !== 'own') return false;
  return anonymous === true || (person !== undefined && !person.plural && person.status === 'combatant');
}

function actsForAnother({ person, target, form }: Draft): boolean {
  return target.type === 'implied' || form === 'office' || (person !== undefined && person.status === 'combatant');
}

/** What kind of word points before a mention, an adjective between them allowed: "our", "its", "the". */
function determinerOf(scan: Scan, at: number): 'ours' | 'whose' | 'definite' | null {
  for (const back of [1, 2]) {
    const start = at - back;
    if (start < 0 || scan.sentenceOf[start] !== scan.sentenceOf[at]) return null;
    for (const use of ['ours', 'whose', 'definite'] as const) if (wordEnd(scan, start, use) === start + 1) return use;
    if (wordEnd(scan, start, 'modifier') < 0) return null;
  }
  return null;
}

function voiceOf({ context, scan }: Settings): ActorRef | null {
  const actor = context.voice ? scan.index.actorNamed(context.voice) : null;
  if (actor === null) return null;
  const { id, name, kind, country } = actor;
  return { id, name, kind, country, span: null, basis: 'implied', rule: null };
}

/** Whose "its" is: the actor named last in the sentence, else the first of the sentence before. */
function ownerOf(draft: Draft, before: readonly Resolved[], scan: Scan): ActorRef | null {
  const sentence = scan.sentenceOf[draft.from] ?? 0;
  let first: ActorRef | null = null;
  for (let i = before.length - 1; i >= 0; i--) {
    const other = before[i];
    const there = scan.sentenceOf[other?.draft.from ?? 0] ?? 0;
    if (other === undefined || there < sentence - 1) break;
    if (!isGroup(other) && (other.ref.id === null || other.ref.id === CIVILIANS || other.ref.kind === 'media'))
      continue;
    if (there === sentence) return other.ref;
    first = other.ref;
  }
  return first;
}

/** The part of an owner that a word means: a government's soldiers are its country's military. */
function bodyFor(
  draft: Draft,
  owner: ActorRef | null,
  rule: string,
  ref: ActorRef,
  { context, scan }: Settings,
): ActorRef | null {
  if (owner === null) return null;
  const people = draft.person !== undefined && draft.person.status !== 'civilian' && owner.kind === 'government';
  const body = draft.target.type === 'implied' ? draft.target.body : people ? 'military' : null;
  if (body === null || !isState(owner.kind) || owner.country === null) return pointed(owner, ref, rule);
  const actor = scan.index.stateBody(owner.country, body, context.publishedAt ?? null);
  return actor === null ? pointed(owner, ref, rule) : pointed({ ...ref, ...actor }, ref, rule);
}

/** The one actor of a kind that was named in the last sentences; null where there are two, for then nothing decides. */
function onlyBefore(
  draft: Draft,
  before: readonly Resolved[],
  ref: ActorRef,
  scan: Scan,
  accept: (other: Resolved) => boolean,
  rule: string,
): ActorRef | null {
  const sentence = scan.sentenceOf[draft.from] ?? 0;
  let only: ActorRef | null = null;
  for (let i = before.length - 1; i >= 0; i--) {
    const other = before[i];
    if (other === undefined || sentence - (scan.sentenceOf[other.draft.from] ?? 0) > WINDOW) break;
    if (!accept(other)) continue;
    if (only === null || isPart(other.ref, only, scan)) only = other.ref;
    else if (!sameActor(only, other.ref) && !isPart(only, other.ref, scan)) {
      return sameSentence(draft, before, scan, accept, ref, rule);
    }
  }
  return only === null ? null : pointed(only, ref, rule);
}

/** Whether one actor belongs to the other: a mission to the United Nations. */
function isPart(part: ActorRef, whole: ActorRef, scan: Scan): boolean {
  return scan.index.actor(part.id ?? '')?.affiliations.some(({ to }) => to === whole.name) ?? false;
}

/** Among several the one of the sentence itself or the sentence before, if it is the only one there. */
function sameSentence(
  draft: Draft,
  before: readonly Resolved[],
  scan: Scan,
  accept: (other: Resolved) => boolean,
  ref: ActorRef,
  rule: string,
): ActorRef | null {
  const sentence = scan.sentenceOf[draft.from] ?? 0;
  const near = before
    .slice(-40)
    .filter(other => accept(other) && sentence - (scan.sentenceOf[other.draft.from] ?? 0) <= 1);
  const ids = new Set(near.map(({ ref: { id, name } }) => id ?? name));
  const last = near.at(-1);
  return ids.size === 1 && last !== undefined ? pointed(last.ref, ref, rule) : null;
}

/** A group with a name, of the register or not. */
function isGroup({ draft, ref: { id, kind } }: Resolved): boolean {
  if (kind !== 'armed-group' && kind !== 'militia' && kind !== 'party') return false;
  return id !== null || draft.named === true;
}

function isOrganisation({ draft, ref: { id, kind } }: Resolved): boolean {
  return kind === 'organisation' && (id !== null || draft.named === true);
}

/** "Officers" after police were named are theirs, else of the military named; "retired officers" are anybody's. */
function officersBefore(draft: Draft, before: readonly Resolved[], ref: ActorRef, scan: Scan): ActorRef | null {
  const foreign = draft.target.type === 'own' && draft.target.country !== null;
  if (foreign || wordEnd(scan, draft.from - 1, 'modifier') === draft.from) return null;
  const end = Math.max(0, before.length - REACH);
  for (const kind of ['police', 'military'] as const) {
    for (let i = before.length - 1; i >= end; i--) {
      const other = before[i]?.ref;
      if (other?.kind === kind && other.id !== null) return pointed(other, ref, 'officers-named-before');
    }
  }
  return null;
}

/** "The spokesman" is the one named last with this title, and so speaks for the same body. */
function officeBefore(draft: Draft, before: readonly Resolved[], ref: ActorRef, scan: Scan): ActorRef | null {
  const title = scan.atoms[draft.to - 1]?.key;
  for (let i = before.length - 1; i >= Math.max(0, before.length - REACH); i--) {
    const other = before[i];
    if (other === undefined || other.ref.id === null || !isRole(other.draft)) continue;
    const titled = scan.atoms.slice(other.draft.from, other.draft.to).some(({ key }) => key === title);
    if (titled) return pointed(other.ref, ref, 'office-named-before');
  }
  return null;
}

/** Whether words name the holder of a role, not a body. */
function isRole({ form, person }: Draft): boolean {
  return form === 'office' || person !== undefined;
}

/** An unnamed military source in the medium of an actor is that actor's own. */
function sourceOfVoice(draft: Draft, ref: ActorRef, settings: Settings): ActorRef | null {
  const voice = voiceOf(settings);
  const first = settings.scan.atoms[draft.from]?.key ?? '';
  const armed = /^(?:military|field|security)$/.test(first);
  return voice === null || !armed || voice.kind === 'organisation'
    ? null
    : pointed(voice, ref, 'source-of-the-publisher');
}

/** Whom the publisher fights: the military or armed group, not its own, that its text names most. */
function opponentOf(mentions: readonly Resolved[], settings: Settings): ActorRef | null {
  const voice = voiceOf(settings);
  if (voice === null) return null;
  const counts = new Map<string, { readonly ref: ActorRef; count: number }>();
  for (const { ref } of mentions) {
    const fights = ref.kind === 'military' || ref.kind === 'armed-group' || ref.kind === 'militia';
    const own = ref.id === voice.id || (isState(ref.kind) && isState(voice.kind) && ref.country === voice.country);
    if (ref.id === null || !fights || own) continue;
    const known = counts.get(ref.id) ?? { ref, count: 0 };
    known.count += 1;
    counts.set(ref.id, known);
  }
  const [first, second] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (first === undefined || (second !== undefined && second.count === first.count)) return null;
  return first.ref;
}

function pointed({ id, name, kind, country }: ActorRef, ref: ActorRef, rule: string): ActorRef {
  return { id, name, kind, country, span: ref.span, basis: 'implied', rule };
}
