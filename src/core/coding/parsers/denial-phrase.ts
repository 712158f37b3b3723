import { childWith } from '../../language/tree.ts';
import { clauseRange } from '../clause.ts';
import { type Context, sentenceOf, spanOf, tellsEvent, tellsHarm } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { subjectSpeaker } from '../subject-speaker.ts';

/** How far behind "no trace of" its words may reach, in tokens. */
const REACH = 14;

/**
 * Proposes a denial where what others say is set aside in passing or was looked for and not found: "contrary to the
 * rumours spread by the rebels, …", "the inspectors found no trace of a second strike" (codebook §9.3).
 */
export function denialPhrase(context: Context): readonly DraftOf<'denial'>[] {
  return context.tree.tokens.flatMap(({ index, text }) => {
    if (/^contrary$/i.test(text)) return contraryTo(context, index);
    return /^no$/i.test(text) ? notFound(context, index) : [];
  });
}

/** "Contrary to reports by foreign media": up to the comma or the end of the sentence. */
function contraryTo(context: Context, at: number): readonly DraftOf<'denial'>[] {
  const { tokens } = context.tree;
  const { tokenEnd } = sentenceOf(context, at);
  if (tokens[at + 1]?.text.toLowerCase() !== 'to') return [];
  const reported = context.codebook.wordSets['reported'];
  const noun = tokens.slice(at + 2, Math.min(at + 7, tokenEnd)).find(({ lemma }) => reported.has(lemma));
  if (noun === undefined) return [];
  let end = noun.index + 1;
  while (end < tokenEnd && !/^[,;:.]$/.test(tokens[end].text)) end += 1;
  return [denialOf(context, at, { start: at, end })];
}

/** "Found no sign of an attack": somebody looked, for what would be news. */
function notFound(context: Context, at: number): readonly DraftOf<'denial'>[] {
  const { tree, codebook } = context;
  const noun = at + 1;
  const verb = tree.tokens[tree.tokens[noun]?.head ?? 0];
  const isTrace = codebook.wordSets['trace'].has(tree.tokens[noun]?.lemma ?? '');
  if (!isTrace || tree.tokens[noun + 1]?.text.toLowerCase() !== 'of') return [];
  if (
    verb.upos !== 'VERB' ||
    !codebook.wordSets['finding'].has(verb.lemma) ||
    verb.sentence !== tree.tokens[at].sentence
  )
    return [];
  const { tokenEnd } = sentenceOf(context, at);
  let end = noun + 2;
  let isNews = false;
  for (; end < Math.min(tokenEnd, noun + REACH) && !/^[,;:.”"»]$/.test(tree.tokens[end].text); end += 1)
    isNews ||=
      tellsEvent(context, end) || tellsHarm(context, end) || codebook.wordSets['explosive'].has(tree.tokens[end].lemma);
  if (!isNews) return [];
  const subject = childWith(tree, verb.index, 'nsubj');
  const claimant = subject === null || subject.upos === 'PRON' ? null : subjectSpeaker(context, subject);
  const clause = clauseRange(context, verb.index);
  const range = clause.end - clause.start <= 18 ? { start: Math.min(clause.start, at), end } : { start: at, end };
  return [{ ...denialOf(context, at, range), claimant }];
}

function denialOf(
  context: Context,
  anchor: number,
  range: { readonly start: number; readonly end: number },
): DraftOf<'denial'> {
  return {
    ...NEW_DRAFT,
    kind: 'denial',
    key: `set-aside:${anchor}`,
    anchor,
    range,
    rule: 'denial/set-aside',
    act: 'deny',
    polarity: 'negative',
    content: spanOf(context.tree.tokens, range),
    about: null,
    rejects: null,
  };
}
