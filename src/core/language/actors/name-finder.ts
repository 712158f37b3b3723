import type { Candidate, Draft, PersonPart } from './actor-mention.ts';
import { allLongest, follows, type Hit, longest, type Scan, wordEnd } from './scan.ts';
import type { PersonNoun, Sense } from './sense.ts';

/**
 * A name, alias or acronym of the register, with the noun it stands before: "the TTP", "Taliban fighters", "RSF adviser".
 * An office behind a name speaks for the name's owner (codebook: an office speaks for its body).
 */
export function findName(scan: Scan, at: number): Draft | null {
  const hits = allLongest(scan, at, 'actor');
  const first = hits[0];
  if (first === undefined) return null;
  const certain = hits.filter(({ sense }) => !sense.pejorative);
  const draft: Draft = {
    from: at,
    to: first.to,
    form: first.sense.form,
    target: { type: 'actors', candidates: candidatesOf(scan, hits) },
    ...(certain.length === 0 ? { pejorative: true } : {}),
  };
  const medium = scan.index.actor(first.sense.id)?.kind === 'media';
  return medium ? draft : withNoun(scan, draft);
}

/**
 * Whom a name may mean, each actor once. The medium of a party speaks for the party when others quote it (codebook: media
 * that a party owns or runs).
 */
function candidatesOf(scan: Scan, hits: readonly Hit<Extract<Sense, { type: 'actor' }>>[]): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const { sense } of hits) {
    const party = scan.index.registered(sense.id)?.voiceOf ?? null;
    const id = (party === null ? null : scan.index.actorNamed(party)?.id) ?? sense.id;
    const rule = id === sense.id ? null : 'medium-of-party';
    const known = found.get(id);
    if (known === undefined || (known.contested && !sense.contested) || (known.rule !== null && rule === null)) {
      const own = sense.form === 'name' ? 1 : sense.pejorative ? -1 : 0;
      found.set(id, { id, contested: sense.contested && (known?.contested ?? true), rule, own });
    }
  }
  return [...found.values()];
}

/** Takes in the noun behind a name: persons, an office, or a word for forces; at most two modifiers may stand between. */
export function withNoun(scan: Scan, draft: Draft): Draft {
  const last = scan.atoms[draft.to - 1];
  const noun = nounAfter(scan, draft.to);
  const name = follows(scan, draft.to) ? longest(scan, draft.to, 'actor') : null;
  if (noun !== null && name !== null && name.to > noun.to) return draft;
  if (noun === null) {
    const band = last?.possessive || !follows(scan, draft.to) ? -1 : wordEnd(scan, draft.to, 'band');
    return band < 0 ? draft : { ...draft, to: band };
  }
  if (noun.sense.type === 'person') {
    if (last?.possessive && !noun.sense.person.member && noun.sense.person.status === 'civilian') return draft;
    if (noun.sense.person.status === 'civilian') return draft;
    const title = longest(scan, noun.from, 'office', ({ speaks }) => speaks === 'body')?.to === noun.to;
    const form = title ? 'office' : draft.form;
    return { ...draft, form, to: noun.to, person: personPart(noun.sense.person, noun.sense.plural) };
  }
  if (noun.sense.type === 'office') return { ...draft, to: noun.to, form: 'office' };
  return last?.possessive ? draft : { ...draft, to: noun.to };
}

/** The noun of persons, office or force that starts here, modifiers allowed before it. */
export function nounAfter(scan: Scan, at: number): Hit<Extract<Sense, { type: 'person' | 'office' | 'force' }>> | null {
  let start = at;
  for (let skipped = 0; skipped <= 2 && follows(scan, start); skipped++) {
    const noun = nounAt(scan, start);
    const modifier = wordEnd(scan, start, 'modifier');
    if (noun !== null && (modifier < 0 || nounAt(scan, modifier) === null || noun.to > modifier)) return noun;
    if (modifier < 0) return null;
    start = modifier;
  }
  return null;
}

function nounAt(scan: Scan, at: number): Hit<Extract<Sense, { type: 'person' | 'office' | 'force' }>> | null {
  if (!follows(scan, at)) return null;
  const found = [
    longest(scan, at, 'person'),
    longest(scan, at, 'office', sense => sense.speaks !== 'unnamed'),
    longest(scan, at, 'force', sense => sense.use === 'force'),
  ].filter(hit => hit !== null);
  let best: Hit<Extract<Sense, { type: 'person' | 'office' | 'force' }>> | null = null;
  for (const hit of found) {
    const outranked = best?.sense.type === 'person' && best.sense.person.status === 'civilian' && hit.to === best.to;
    if (best === null || hit.to > best.to || outranked) best = hit;
  }
  return best;
}

export function personPart({ noun, status, unit, anaphor }: PersonNoun, plural: boolean): PersonPart {
  return { noun, status, unit, plural, anaphor };
}
