import type { TokenRange } from '../../language/tree.ts';
import type { Claimant } from '../../model/claimant.ts';
import { exactly } from '../../model/estimate.ts';
import { type Context, spanOf, within, wordsOf } from '../context.ts';
import type { DraftOf } from '../draft.ts';

/**
 * A figure that a denial names as somebody's report is that one's claim, told at a distance: "the information of the
 * ministry about dozens of dead is wishful thinking" holds the ministry's dozens (codebook §9.3). Null where the denial
 * only says what did not happen. `denied` are the words that are denied.
 */
export function rejectedReport(
  draft: DraftOf<'casualty'>,
  denied: TokenRange,
  context: Context,
): DraftOf<'casualty'> | null {
  const { tokens } = context.tree;
  const before = tokens.slice(denied.start, Math.max(denied.start, draft.range.start));
  const noun = before.findLast(({ lemma }) => context.codebook.wordSets['rejected-report'].has(lemma));
  if (noun === undefined) return null;
  const doubtful = context.codebook.wordSets['rumour'].has(noun.lemma);
  return {
    ...draft,
    act: 'allege',
    certainty: doubtful ? 'possible' : draft.certainty,
    claimant: reporter({ start: denied.start, end: draft.range.start }, noun.index, context),
  };
}

/** "The ministry's claim", "reports by the rebels": who is named beside the report, else somebody unnamed. */
function reporter(range: TokenRange, noun: number, context: Context): Claimant {
  const named = within(context.actorAt, range).find(
    ({ ref, form }) => ref.kind !== null && !NO_REPORTERS.has(ref.kind) && form !== 'person-noun',
  );
  const words = { start: named?.tokenStart ?? noun, end: named?.tokenEnd ?? noun + 1 };
  const told = { words: wordsOf(context.doc, words), span: spanOf(context.tree.tokens, words), via: [] };
  return named !== undefined && named.ref.id !== null
    ? { kind: 'actor', actor: named.ref, ...told }
    : { kind: 'unnamed', actor: null, ...told };
}

const NO_REPORTERS: ReadonlySet<string> = new Set(['civilians', 'person']);

/** "Denied any deaths", "denied any losses": nobody was harmed, the speaker says; "denied that any of them was taken" only denies (codebook §5.3). */
export function deniedHarm(draft: DraftOf<'casualty'>): DraftOf<'casualty'> | null {
  if (draft.rule !== 'casualty/of' || !/^any\b/i.test(draft.victims.words ?? '')) return null;
  return { ...draft, estimate: exactly(0), polarity: 'negative', act: 'deny' };
}
