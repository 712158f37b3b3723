import type { ActorRef } from '../../model/actor.ts';
import type { ActorIndex } from './actor-index.ts';
import type { ActorMention, Draft, PersonPart, Target } from './actor-mention.ts';
import { type Resolved, resolveActorAnaphora } from './anaphora.ts';
import { isCapital } from './atoms.ts';
import { attachMembers } from './attach-members.ts';
import type { ActorContext } from './document-countries.ts';
import { findUnknownGroup } from './group-finder.ts';
import { nameLocally } from './local-names.ts';
import { namePersons } from './local-persons.ts';
import { findMetonym } from './metonym-finder.ts';
import { findName } from './name-finder.ts';
import { findForceOf, findNationality, findNationals } from './nationality-finder.ts';
import { findForce, findOffice, findPersons, findSide, findTakenUp } from './noun-finder.ts';
import { findHolder } from './office-holders.ts';
import { withPublisher } from './publisher.ts';
import { resolveTarget } from './resolve-target.ts';
import { type Scan, type ScanInput, scanText, wordEnd } from './scan.ts';
import { settingsOf } from './settings.ts';

export type { ActorMention, MentionForm } from './actor-mention.ts';
export type { ActorContext } from './document-countries.ts';

export interface FindActorsInput extends ScanInput {
  /** What is known of the report beside its text; it sharpens who "the army" is. */
  readonly context?: ActorContext;
}

/** The finders in the order of their trust: of two equally long finds at one place the first wins. */
const FINDERS: readonly ((scan: Scan, at: number) => Draft | null)[] = [
  findName,
  findHolder,
  findNationality,
  findForceOf,
  findPersons,
  findOffice,
  findForce,
  findSide,
  findTakenUp,
  findUnknownGroup,
  findNationals,
  findMetonym,
];

/**
 * Finds everybody that a text speaks of as an actor or as persons, in text order and without overlaps. Names of the
 * register are found whatever their accents and hyphens; what nothing decides keeps its own words and no id.
 */
export function findActors(input: FindActorsInput, index: ActorIndex): readonly ActorMention[] {
  const context = withPublisher(input.context ?? {}, index);
  const scan = scanText(input, index, context.publishedAt ?? null);
  const voice = voiceOf(index, context.voice ?? null);
  const ends = new Map((context.places ?? []).map(({ start, end }) => [start, end]));
  const proposed = propose(scan).filter(draft => !isPlaceName(scan, draft, ends));
  const named = attachMembers(scan, nameLocally(scan, proposed, context.publisher ?? null, voice));
  const drafts = namePersons(scan, named);
  const settings = settingsOf(scan, drafts, context);
  const resolved = drafts.map(draft => ({ draft, ref: resolveTarget(draft, settings) }));
  return resolveActorAnaphora(resolved, settings).map(one => mentionOf(one, scan));
}

/** The actor whose voice the publisher is, as a target. */
function voiceOf(index: ActorIndex, name: string | null): Target | null {
  const id = name === null ? undefined : index.actorNamed(name)?.id;
  if (id !== undefined) return { type: 'actors', candidates: [{ id, contested: false, rule: null, own: 0 }] };
  return name === null ? null : { type: 'own', kind: null, country: null, name };
}

/** Whether what looks like the name of an organisation is the name of a place that the caller resolved. */
function isPlaceName({ atoms }: Scan, { from, to, form, target }: Draft, ends: ReadonlyMap<number, number>): boolean {
  if (form !== 'unknown-group' || target.type !== 'own' || target.kind !== 'organisation') return false;
  return (ends.get(atoms[from]?.start ?? -1) ?? 0) >= (atoms[to - 1]?.end ?? 0);
}

/** Reads from left to right and takes the longest find at each place. */
function propose(scan: Scan): readonly Draft[] {
  const drafts: Draft[] = [];
  for (let at = 0; at < scan.atoms.length; ) {
    if (scan.hits[at]?.length === 0 && !isCapital(scan.atoms[at]?.raw ?? '')) {
      at += 1;
      continue;
    }
    let best: Draft | null = null;
    for (const find of FINDERS) {
      const draft = find(scan, at);
      if (draft !== null && (best === null || draft.to > best.to)) best = draft;
    }
    const idiom = wordEnd(scan, at, 'not-actor');
    if (best !== null && best.to > idiom) drafts.push(best);
    at = Math.max(best?.to ?? 0, idiom, at + 1);
  }
  return drafts;
}

function mentionOf({ draft, ref }: Resolved, scan: Scan): ActorMention {
  const first = scan.atoms[draft.from];
  const last = scan.atoms[draft.to - 1];
  const { person } = draft;
  return {
    span: { start: first?.start ?? 0, end: last?.end ?? 0 },
    tokenStart: scan.tokenAt[draft.from] ?? 0,
    tokenEnd: (scan.tokenAt[draft.to - 1] ?? 0) + 1,
    ref,
    form: formOf(draft, ref),
    ...(person === undefined ? {} : { head: person.noun, status: statusOf(person, ref), plural: person.plural }),
    ...(person?.unit === 'families' ? { unit: person.unit } : {}),
    ...(draft.anonymous && ref.id === null ? { anonymous: true } : {}),
    ...(draft.pejorative ? { pejorative: true } : {}),
  };
}

/** A title with its body is an office: "a field commander of the Giants Brigades", "the officer" named before as one. */
function formOf({ form, title = false }: Draft, { id, rule }: ActorRef): Draft['form'] {
  return form === 'person-noun' && id !== null && (title || rule === 'office-named-before') ? 'office' : form;
}

/** The status of persons: of unsaid kind, they are combatants where the words give them an armed body ("members of the ELN"). */
function statusOf({ status }: PersonPart, { id, kind }: ActorRef): PersonPart['status'] {
  const armed = kind === 'military' || kind === 'police' || kind === 'armed-group' || kind === 'militia';
  return status === 'unknown' && id !== null && armed ? 'combatant' : status;
}
