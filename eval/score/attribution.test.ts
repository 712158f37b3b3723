import { expect, test } from 'vitest';
import { type Attribution, scoreAttribution } from './attribution.ts';

const said = (cue: number[], source: number[], content: number[]): Attribution => ({
  cue: spans(cue),
  source: spans(source),
  content: spans(content),
});

/** Offsets in twos: from, to, from, to. */
function spans(offsets: number[]): { b: number; e: number }[] {
  return offsets.flatMap((b, i) => (i % 2 === 0 ? [{ b, e: offsets[i + 1] }] : []));
}

// Gold, predicted and the figures that the reference scorer (corpora/score/attribution.py) gives for them.
const CASES: readonly { gold: Attribution[]; predicted: Attribution[]; scores: readonly [number, number, number] }[] = [
  {
    gold: [said([5, 9], [0, 4], [10, 20]), said([30, 34], [], [])],
    predicted: [said([5, 9], [2, 4], [10, 20])],
    scores: [0.66667, 0.44444, 0.66667],
  },
  // Two cues over one gold cue: the nearer source wins; a gold attribution without a cue is left out.
  {
    gold: [said([5, 9, 12, 14], [0, 4], [20, 40]), said([], [50, 54], [60, 70]), said([44, 48], [41, 43], [50, 60])],
    predicted: [said([5, 9], [], [20, 30]), said([12, 14], [0, 4], [20, 40]), said([46, 50], [41, 43], [55, 65])],
    scores: [0.8, 0.4, 0.46667],
  },
  { gold: [], predicted: [said([0, 3], [], [4, 9])], scores: [0, 0, 0] },
  { gold: [said([0, 3], [], [4, 9])], predicted: [], scores: [0, 0, 0] },
];

test.each(CASES)('agrees with the reference scorer: %o', ({ gold, predicted, scores }) => {
  const { cue_f1, source_f1, content_f1 } = scoreAttribution([{ gold, predicted }]);
  expect([cue_f1, source_f1, content_f1].map(score => Math.round(score * 1e5) / 1e5)).toEqual(scores);
});
