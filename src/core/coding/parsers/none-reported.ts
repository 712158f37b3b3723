import { phrasesAt } from '../../language/phrases.ts';
import { exactly } from '../../model/estimate.ts';
import { type Context, spanOf, wordsOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { silenceOn } from '../silence.ts';

/**
 * Proposes a zero for "There were no reports of injuries": nobody was harmed as far as is reported, which is less than
 * certain (codebook §5.3). Where nothing is known at all ("no word on casualties"), nothing is claimed.
 */
export function noneReported(context: Context): readonly DraftOf<'casualty'>[] {
  const { tokens } = context.tree;
  return tokens.flatMap(({ index: start, head }) => {
    const match = phrasesAt(tokens, start, context.codebook.harmTriggers).at(0);
    if (match === undefined || silenceOn(context, start) !== 'nobody-reported') return [];
    const words = { start: Math.min(head, start), end: match.end };
    const harm = match.entry.harm === 'injured' ? 'killed-or-injured' : match.entry.harm;
    return [
      {
        ...NEW_DRAFT,
        kind: 'casualty',
        key: `none-reported:${start}`,
        anchor: start,
        range: words,
        rule: 'casualty/none-reported',
        certainty: 'probable',
        harm,
        estimate: exactly(0),
        victims: {
          side: null,
          status: 'unknown',
          words: wordsOf(context.doc, words),
          span: spanOf(tokens, words),
          partOf: null,
          addsTo: null,
        },
        unit: 'persons',
        polarity: 'negative',
        place: null,
        period: null,
        supersedes: null,
      },
    ];
  });
}
