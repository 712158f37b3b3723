import { pipelineSet } from '../gold/coded-set.ts';
import { type GoldFolder, readGoldSet } from '../gold/gold-set.ts';
import { predictions } from '../gold/prediction.ts';
import type { Measure, MeasureResult } from '../measure.ts';
import { pipelineReading } from '../reading-mode.ts';
import { alignFolders, type ClaimScores, KINDS, scoreClaims } from '../score/gold-claims.ts';
import { goldErrors } from '../score/gold-errors.ts';
import type { FolderPrediction } from '../score/gold-prediction.ts';

export const measure: Measure = {
  name: 'gold',
  about: 'claims of whole reports: who says what was done to whom, with which losses',
  data: ['gold-dev'],
  scores: {
    casualty_f1: { beat: 0.88 },
    claims_f1: { beat: 0.75 },
    event_f1: { beat: null },
    speaker_acc: { beat: 0.85 },
    act_acc: { beat: 0.85 },
    scope_acc: { beat: 0.92 },
    side_acc: { beat: null },
    invented_claims: { beat: 0, lowerIsBetter: true, noise: 0 },
  },
  async run(dataPath, { mode }): Promise<MeasureResult> {
    const folders = readGoldSet(dataPath);
    const { reports, codings, reportIdOf, seconds } = await pipelineSet(folders, { reading: pipelineReading(mode) });
    const aligned = alignFolders(folders, withoutOpinions(folders, predictions(folders, reportIdOf, codings, [])));
    const found = scoreClaims(aligned);
    return {
      records: reports.length,
      seconds,
      scores: goldScores(found),
      details: detailsOf(found),
      errors: goldErrors(aligned),
    };
  },
};

/** The scores under the names of `../shared/EVAL.md`. */
export function goldScores({ all, byKind, accuracy, quotesNotInReport }: ClaimScores): Record<string, number> {
  return {
    casualty_f1: byKind['casualty']?.f1 ?? 0,
    claims_f1: all.f1,
    event_f1: byKind['event']?.f1 ?? 0,
    speaker_acc: accuracy.claimant,
    act_acc: accuracy.act,
    scope_acc: accuracy.scope,
    side_acc: accuracy.side,
    invented_claims: quotesNotInReport,
  };
}

/** Opinions have no counterpart in the gold set, so they are neither right nor wrong. */
function withoutOpinions(
  folders: readonly GoldFolder[],
  predicted: ReadonlyMap<string, FolderPrediction>,
): ReadonlyMap<string, FolderPrediction> {
  return new Map(
    folders.flatMap(({ folder }) => {
      const prediction = predicted.get(folder);
      if (prediction === undefined) return [];
      const reports = prediction.reports.map(({ file, claims }) => ({
        file,
        claims: claims.filter(({ kind }) => KINDS.includes(kind)),
      }));
      return [[folder, { ...prediction, reports }] as const];
    }),
  );
}

function detailsOf({ all, byKind, accuracy, unaligned }: ClaimScores): Readonly<Record<string, string>> {
  const kinds = Object.entries({ all, ...byKind }).map(([kind, { precision, recall, f1 }]) => {
    return [
      `${kind}: precision, recall, F1`,
      [precision, recall, f1].map(value => value.toFixed(3)).join('  '),
    ] as const;
  });
  const fields = Object.entries(accuracy).map(([field, value]) => [`${field}: accuracy`, value.toFixed(3)] as const);
  return Object.fromEntries([...kinds, ...fields, ['claims without a gold claim', String(unaligned)]]);
}
