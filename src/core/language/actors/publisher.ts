import type { ActorIndex } from './actor-index.ts';
import type { Candidate } from './actor-mention.ts';
import type { ActorContext } from './document-countries.ts';
import { findName } from './name-finder.ts';
import { findNationality } from './nationality-finder.ts';
import { scanText } from './scan.ts';

/**
 * Fills in what the register knows of a publisher: its country, and whose official voice it is. A publisher whose whole
 * name is that of an actor ("Hamas Media Office", but not "Hamas Watch") is that actor's voice.
 */
export function withPublisher(context: ActorContext, index: ActorIndex): ActorContext {
  const { publisher = null } = context;
  if (publisher === null || publisher === '') return context;
  const known = knownPublisher(publisher, index);
  return {
    ...context,
    voice: context.voice ?? known.voice,
    publisherCountry: context.publisherCountry ?? known.country,
  };
}

function knownPublisher(publisher: string, index: ActorIndex): { voice: string | null; country: string | null } {
  const name = publisher.replace(/\s*\([^)]*\)\s*$/, '');
  const scan = scanText({ text: name, tokens: [], sentences: [] }, index);
  const draft = findName(scan, 0) ?? findNationality(scan, 0);
  if (draft === null || draft.to < scan.atoms.length || draft.form === 'metonym') return { voice: null, country: null };
  if (draft.target.type === 'state') {
    const body = index.stateBody(draft.target.country, draft.target.body, null);
    return { voice: body?.name ?? null, country: null };
  }
  const id = draft.target.type === 'actors' ? onlyOf(draft.target.candidates) : null;
  const one = id === null ? null : index.registered(id);
  if (one === null) return { voice: null, country: null };
  const medium = one.actor.kind === 'media';
  return { voice: medium ? one.voiceOf : one.actor.name, country: medium ? one.actor.country : null };
}

function onlyOf(candidates: readonly Candidate[]): string | null {
  const [only, other] = candidates;
  return only === undefined || other !== undefined || only.contested ? null : only.id;
}
