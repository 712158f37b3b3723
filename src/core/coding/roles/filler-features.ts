import { hashText, mixHash } from '../../base/hash.ts';
import { Features } from './features.ts';
import type { FillerText } from './find-fillers.ts';
import type { Reading } from './reading.ts';
import { fillerRoles } from './roles.ts';

/** Texts so much less likely than the best are beside the point. */
const clearOdds = 0;

/** The features of each text of a role, in sight of the others and of what the document is about. */
export function fillerFeatures(reading: Reading, role: number, texts: readonly FillerText[]): Int32Array[] {
  const overview = overviewOf(reading);
  const clear = texts.filter(({ best }) => best > clearOdds).length;
  return texts.map((filler, rank) => {
    const features = new Features();
    const salted = (template: number): number => mixHash(template, role + 1);
    const best = ownFeatures(features, salted, filler, rank, texts[0].best);
    rivalFeatures(features, salted, filler, texts.slice(0, rank), best);
    const { candidate, others } = filler;
    const document = features.step(salted(106), reading.document, 1, 8);
    features.add(salted(107), mixHash(document, best));
    features.step(salted(113), reading.sentences[candidate.sentence][0], 1, 6);
    const other = Math.max(...others.filter((_, k) => k !== role && k < 5));
    const step = features.step(salted(108), other, 1, 8);
    features.add(salted(109), mixHash(step, best));
    features.step(salted(121), others[5], 1, 8);
    features.add(salted(117), Math.min(clear, 6));
    features.add(salted(122), Math.min(reading.words.sentences.length, 30) >> 2);
    features.add(salted(123), Math.min(overview.relevant, 8));
    features.add(salted(120), reading.words.group[3 * candidate.head + 1]);
    fillerRoles.forEach((_, k) => {
      if (k === role) return;
      features.step(salted(130 + k), overview.bySentence[candidate.sentence][k], 1, 6);
      features.step(salted(140 + k), overview.best[k], 1, 6);
    });
    features.add(salted(1), 0);
    return features.all;
  });
}

function ownFeatures(
  features: Features,
  salted: (template: number) => number,
  { text, best: odds, mean, heads, candidate }: FillerText,
  rank: number,
  top: number,
): number {
  const best = features.step(salted(101), odds, 0.5, 12);
  features.step(salted(102), mean, 0.5, 12);
  features.add(salted(103), Math.min(rank, 8));
  features.add(salted(104), mixHash(best, Math.min(rank, 3)));
  features.add(salted(105), Math.min(heads, 8));
  features.add(salted(110), hashText(text));
  features.add(salted(111), candidate.cut);
  features.add(salted(112), Math.min(candidate.sentence, 10));
  features.add(salted(118), text.split(' ').length);
  features.step(salted(119), top - odds, 0.5, 12);
  return best;
}

/** How a text stands to likelier ones: cut from the same phrase, or a part of their words. */
function rivalFeatures(
  features: Features,
  salted: (template: number) => number,
  { text, candidate }: FillerText,
  likelier: readonly FillerText[],
  best: number,
): void {
  let overlap = 0;
  let part = 0;
  for (const { text: other, candidate: theirs } of likelier) {
    if (theirs.sentence === candidate.sentence && theirs.start < candidate.end && candidate.start < theirs.end)
      overlap = Math.max(overlap, theirs.head === candidate.head ? 2 : 1);
    if (` ${other} `.includes(` ${text} `)) part |= 1;
    else if (` ${text} `.includes(` ${other} `)) part |= 2;
  }
  features.add(salted(114), overlap);
  features.add(salted(115), mixHash(overlap, best));
  features.add(salted(116), mixHash(part, overlap));
}

interface Overview {
  /** Sentences that seem to name a filler. */
  readonly relevant: number;
  /** The best log odds for each role, in each sentence and in the document. */
  readonly bySentence: readonly (readonly number[])[];
  readonly best: readonly number[];
}

const overviews = new WeakMap<Reading, Overview>();

function overviewOf(reading: Reading): Overview {
  const known = overviews.get(reading);
  if (known !== undefined) return known;
  const bySentence = reading.sentences.map(() => fillerRoles.map(() => -9));
  reading.candidates.forEach(({ sentence }, at) => {
    const row = bySentence[sentence];
    reading.odds[at].forEach((odds, k) => {
      row[k] = Math.max(row[k], odds);
    });
  });
  const overview = {
    relevant: reading.sentences.filter(([odds]) => odds > 0).length,
    bySentence,
    best: fillerRoles.map((_, k) => bySentence.reduce((most, row) => Math.max(most, row[k]), -9)),
  };
  overviews.set(reading, overview);
  return overview;
}
