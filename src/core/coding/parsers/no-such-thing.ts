import { childWith } from '../../language/tree.ts';
import { clauseRange } from '../clause.ts';
import { type Context, spanOf, tellsHarm } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { type Speakers, speechesAt } from '../speakers.ts';

/**
 * Proposes a denial where a party says that there is no such thing: "there is no camp on our soil", "not a single shell was
 * fired" (codebook §9.3). Only in a party's own words; a figure of nobody harmed is a casualty claim and no denial.
 */
export function noSuchThing(context: Context, speakers: Speakers): readonly DraftOf<'denial'>[] {
  const drafts: DraftOf<'denial'>[] = [];
  const { tree } = context;
  const ownVoice = context.doc.report.source?.affiliation != null;
  for (const { index, text, label, head, sentence } of tree.tokens) {
    const nothing = /^no$/i.test(text)
      ? label === 'det'
      : /^not$/i.test(text) && /^(?:a|one)$/i.test(tree.tokens[index + 1]?.text ?? '');
    if (!nothing || tree.tokens[index + 1]?.sentence !== sentence) continue;
    const noun =
      label === 'det'
        ? head
        : (tree.tokens.slice(index + 1, index + 5).find(({ upos }) => upos === 'NOUN')?.index ?? head);
    const verb = carrierOf(context, noun);
    // "There was no immediate comment" denies nothing.
    if (verb === null || tellsHarm(context, noun) || context.codebook.wordSets.silence.has(tree.tokens[noun].lemma))
      continue;
    const speech = speechesAt(context, index).at(0);
    const speaker = speech === undefined ? null : (speakers.get(speech) ?? null);
    if (speaker === null ? !ownVoice : speaker.kind !== 'actor') continue;
    const range = clauseRange(context, verb);
    const harm = Array.from({ length: range.end - range.start }, (_, i) => range.start + i).some(i =>
      tellsHarm(context, i),
    );
    if (harm || range.end - range.start < 3) continue;
    drafts.push({
      ...NEW_DRAFT,
      kind: 'denial',
      key: `nothing:${index}`,
      anchor: index,
      range,
      rule: 'denial/no-such-thing',
      act: 'deny',
      polarity: 'negative',
      claimant: speaker,
      content: spanOf(tree.tokens, range),
      about: null,
      rejects: null,
    });
  }
  return drafts;
}

/** The verb of "there is no X" or "no X was fired"; null where "no" stands on anything else ("no longer", "no one but"). */
function carrierOf(context: Context, noun: number): number | null {
  const { tree } = context;
  const { upos, label, head } = tree.tokens[noun];
  if (upos !== 'NOUN') return null;
  if (childWith(tree, noun, 'expl') !== null || childWith(tree, noun, 'cop') !== null) return noun;
  const governor = tree.tokens[head];
  const there = governor.lemma === 'be' && childWith(tree, head, 'expl') !== null;
  return there || ((label === 'nsubj' || label === 'nsubj:pass') && governor.upos === 'VERB') ? head : null;
}
