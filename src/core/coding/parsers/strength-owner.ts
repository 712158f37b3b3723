import type { Token } from '../../language/token.ts';
import { childWith, pathToRoot } from '../../language/tree.ts';
import type { ActorRef } from '../../model/actor.ts';
import { armedBody, militaryOf } from '../armed-body.ts';
import { type Context, sentenceOf, within } from '../context.ts';
import type { NounPhrase } from '../nouns.ts';
import { standingOf } from '../standing.ts';

/** Whose a counted force is: named in its words, behind "for", before "of", else the subject of the verb of having. */
export function strengthOwner(context: Context, phrase: NounPhrase): ActorRef | null {
  const mentions = within(context.actorAt, phrase.range);
  const named = mentions.filter(({ ref, form }) => form !== 'person-noun' || ref.basis === 'stated');
  const own = named.map(({ ref, form }) => bodyOf(ref, form)).find(body => body !== null);
  if (own !== undefined) return own;
  const { head, range, number } = phrase;
  return (
    behindFor(context, Math.max(head.index + 1, range.end)) ??
    beforeFigure(context, number?.tokenStart ?? range.start) ??
    subjectAbove(context, head) ??
    // "soldiers" of the one army that the report is about.
    mentions.map(({ ref, form }) => bodyOf(ref, form)).find(body => body !== null) ??
    null
  );
}

/** "7,000 fighters for X", "of X". */
export function behindFor(context: Context, at: number): ActorRef | null {
  const { tokens } = context.tree;
  let i = at;
  while (/^[”"»]$/.test(tokens[i]?.text ?? '')) i += 1;
  if (!/^(?:for|of)$/i.test(tokens[i]?.text ?? '')) return null;
  for (let k = i + 1; k < i + 4; k += 1) {
    const standing = standingOf(context.actorAt[k]);
    if (standing !== null) return armedOnly(standing.ref);
  }
  return null;
}

/** "a Frontier Corps of 80,000 men", "the rebels at 6,000": who is named right before the figure and its preposition. */
export function beforeFigure(context: Context, figure: number): ActorRef | null {
  const before = context.tree.tokens[figure - 1];
  const at = /^(?:of|at|with)$/i.test(before?.text ?? '') ? figure - 2 : figure - 1;
  const mention = context.actorAt[at];
  return mention === null || mention === undefined ? null : bodyOf(mention.ref, mention.form);
}

/** The subject of the first verb above that has one. */
export function subjectAbove(context: Context, head: Token): ActorRef | null {
  const { tokenStart } = sentenceOf(context, head.index);
  for (const at of pathToRoot(context.tree, head.index)) {
    const subject = childWith(context.tree, at, 'nsubj');
    if (subject === null || subject.index < tokenStart || subject.index >= head.index) continue;
    const mention = context.actorAt[subject.index];
    if (mention !== null && mention !== undefined) return bodyOf(mention.ref, mention.form);
    const place = context.placeAt[subject.index];
    // "The country possesses 900 tanks": a country that has forces is its military.
    if (place?.place.precision === 6)
      return militaryOf(place.place.name, { country: place.place.country, span: place.span });
  }
  return null;
}

/** A body that can own a force: not the persons who are counted themselves. */
function bodyOf(ref: ActorRef, form: string): ActorRef | null {
  const isNamed = ref.id !== null || form === 'unknown-group' || form === 'acronym' || form === 'nationality+noun';
  return isNamed ? armedOnly(ref) : null;
}

function armedOnly(ref: ActorRef): ActorRef | null {
  return ref.kind === 'civilians' || ref.kind === 'media' ? null : armedBody(ref);
}
