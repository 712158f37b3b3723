import { armedBody } from '../armed-body.ts';
import { type Context, hull, spanOf, within } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { nounPhrase } from '../nouns.ts';
import type { Speakers } from '../speakers.ts';

/**
 * Proposes a claim of responsibility for every accusation: who accuses whom of what (codebook §9.1). `began` where the
 * words say that the accused opened the fighting.
 */
export function accusation(context: Context, speakers: Speakers): readonly DraftOf<'responsibility'>[] {
  const drafts: DraftOf<'responsibility'>[] = [];
  for (const speech of context.doc.speeches) {
    if (speech.cue.act !== 'accuse' || speech.negated || speech.content.length === 0) continue;
    const content = speech.content[0];
    const accused = speech.target === null ? null : nounPhrase(context, context.tree.tokens[speech.target]);
    if (accused?.actor == null && (!isAboutForce(context, content) || isOnlyDeed(context, content))) continue;
    const start = speech.sourceRange === null ? { start: speech.cueToken, end: speech.cueEnd } : speech.sourceRange;
    const words = context.tree.tokens.slice(content.start, content.end);
    drafts.push({
      ...NEW_DRAFT,
      kind: 'responsibility',
      key: `responsibility:${speech.cueToken}`,
      anchor: speech.cueToken,
      range: hull(start, content),
      rule: 'responsibility/accusation',
      act: 'accuse',
      claimant: speakers.get(speech) ?? null,
      actor: accused?.actor ? armedBody(accused.actor.ref) : null,
      content: spanOf(context.tree.tokens, content),
      began: words.some(({ lemma }) => context.codebook.wordSets['opening-fire'].has(lemma.toLowerCase())),
    });
  }
  return drafts;
}

/** "Condemned the bombing": blames nobody. */
function isOnlyDeed(context: Context, content: { readonly start: number; readonly end: number }): boolean {
  const words = context.tree.tokens.slice(content.start, content.end);
  return within(context.actorAt, content).length === 0 && words.every(({ upos }) => upos !== 'VERB' && upos !== 'AUX');
}

/** Accusations of anything else (fraud, lying) are no business of the ledger. */
function isAboutForce(context: Context, content: { readonly start: number; readonly end: number }): boolean {
  const { eventTriggers, harmTriggers } = context.codebook;
  const { tokens } = context.tree;
  for (let i = content.start; i < content.end; i += 1) {
    const lemma = tokens[i].lemma.toLowerCase();
    if (eventTriggers.byFirst.has(lemma) || harmTriggers.byFirst.has(lemma)) return true;
  }
  return within(context.actorAt, content).some(({ status }) => status === 'combatant');
}
