import { mainAct } from '../coding/acts/act-between.ts';
import type { ActEntry, ActLexicon } from '../coding/acts/act-lexicon.ts';
import type { Codebook } from '../coding/codebook.ts';
import type { Doc } from '../language/doc.ts';
import type { Coding } from '../model/coding.ts';
import type { EventType } from '../model/event.ts';

/** What PLOVER calls a happening or an act; its newer names, of which CONCEDE and RETREAT were once YIELD. */
export interface PloverCode {
  readonly root: string;
  readonly mode: string | null;
  readonly quad: number;
}

/** PLOVER's code for an act of `data/codebooks/acts.tsv`. */
export function ploverOfAct({ ploverRoot, quad }: ActEntry): PloverCode {
  return { root: ploverRoot, mode: null, quad };
}

/** PLOVER's code for an event type of `data/codebooks/event-types.tsv`; null for one that the codebook lacks. */
export function ploverOfEventType(type: EventType, { eventTypes }: Codebook): PloverCode | null {
  const entry = eventTypes.get(type);
  return entry === undefined
    ? null
    : { root: entry.ploverRoot, mode: entry.ploverMode === '' ? null : entry.ploverMode, quad: entry.cameoQuad };
}

/**
 * What a text of one or a few sentences tells of first of all: the act of its first clause that tells one, else the first
 * happening coded in it. Null where neither is found: nothing is guessed.
 */
export function ploverOfText(doc: Doc, coding: Coding, codebook: Codebook, acts: ActLexicon): PloverCode | null {
  for (const { tokenStart, tokenEnd } of doc.sentences) {
    const found = mainAct(doc.tree, acts, { start: tokenStart, end: tokenEnd });
    const entry = found === null ? undefined : acts.acts.get(found.act);
    if (entry !== undefined) return ploverOfAct(entry);
  }
  const event = coding.claims.find(claim => claim.kind === 'event');
  return event?.kind === 'event' ? ploverOfEventType(event.type, codebook) : null;
}
