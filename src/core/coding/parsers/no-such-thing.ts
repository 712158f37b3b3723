import { childrenWith, childWith } from '../../language/tree.ts';
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
  for (const { index, label, head, sentence } of tree.tokens) {
    if (tree.tokens[index + 1]?.sentence !== sentence) continue;
    const verb = ownDeed(context, index) ?? nothingDone(context, index, label, head);
    if (verb === null) continue;
    const speech = speechesAt(context, index).at(0);
    const speaker = speech === undefined ? null : (speakers.get(speech) ?? null);
    const insists =
      speech !== undefined && context.codebook.wordSets['insisting'].has(tree.tokens[speech.cueToken].lemma);
    if (speaker === null ? !ownVoice : speaker.kind !== 'actor' && !insists) continue;
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
      scope: isStanding(context, verb) ? 'background' : 'incident',
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

/** "There is no camp", "the army never attacks churches": how things stand, and no news. */
function isStanding({ tree }: Context, verb: number): boolean {
  const own = [tree.tokens[verb], ...childrenWith(tree, verb, 'cop', 'aux')].filter(({ xpos }) =>
    /^(?:VBZ|VBP)$/.test(xpos),
  );
  return own.some(({ lemma }) => lemma !== 'have' && lemma !== 'do') && childWith(tree, verb, 'aux:pass') === null;
}

/** "No shell | was fired", "there | is no camp", "not a single round | was fired": the verb that says that nothing was done. */
function nothingDone(context: Context, index: number, label: string, head: number): number | null {
  const { tree, codebook } = context;
  const { text } = tree.tokens[index];
  const isNo = /^no$/i.test(text) && label === 'det';
  const isNotOne = /^not$/i.test(text) && /^(?:a|one)$/i.test(tree.tokens[index + 1]?.text ?? '');
  if (!isNo && !isNotOne) return null;
  const noun =
    label === 'det'
      ? head
      : (tree.tokens.slice(index + 1, index + 5).find(({ upos }) => upos === 'NOUN')?.index ?? head);
  // "There was no immediate comment" denies nothing.
  return tellsHarm(context, noun) || codebook.wordSets.silence.has(tree.tokens[noun].lemma)
    ? null
    : carrierOf(context, noun);
}

/** "Our guns did | not fire": the verb of force that whoever speaks says his own did not do. */
function ownDeed({ tree, codebook }: Context, index: number): number | null {
  const { text, head } = tree.tokens[index];
  if (!/^(?:not|n't|n’t|never)$/i.test(text) || tree.tokens[head].upos !== 'VERB') return null;
  if (!codebook.eventTriggers.byFirst.has(tree.tokens[head].lemma)) return null;
  const subject = childWith(tree, head, 'nsubj');
  if (subject === null) return null;
  const owned = tree.children[subject.index].some(child => /^our$/i.test(tree.tokens[child].text));
  return owned || /^we$/i.test(subject.text) ? head : null;
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
