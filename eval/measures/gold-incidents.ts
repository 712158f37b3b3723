import { reconcile } from '../../src/core/reconcile/index.ts';
import { loadWordRarity } from '../../src/node/resources/load.ts';
import { type CodedSet, oracleSet, pipelineSet } from '../gold/coded-set.ts';
import { type GoldFolder, readGoldSet } from '../gold/gold-set.ts';
import { predictions } from '../gold/prediction.ts';
import type { Measure, MeasureOptions, MeasureResult } from '../measure.ts';
import { scoreIncidents } from '../score/gold-incidents.ts';

export const measure: Measure = {
  name: 'gold-incidents',
  about:
    'incidents, tolls and contradictions across reports (--mode oracle: from the gold claims with the place of the ' +
    'incident, oracle-names: with names of places only)',
  data: ['gold-dev'],
  scores: {
    pairwise_f1: { beat: null, noise: 0.02 },
    b3_f1: { beat: null, noise: 0.02 },
    // Of few: one more or less moves it by several points.
    contradiction_p: { beat: null, noise: 0.1 },
    contradiction_r: { beat: null, noise: 0.05 },
    toll_acc: { beat: null, noise: 0.02 },
    invented_incidents: { beat: null, lowerIsBetter: true, noise: 1 },
  },
  run,
};

async function run(dataPath: string, { mode }: MeasureOptions): Promise<MeasureResult> {
  const folders = readGoldSet(dataPath);
  const { reports, codings, reportIdOf, seconds: coding } = await codedSet(folders, mode);
  const rarity = loadWordRarity();
  const started = performance.now();
  const { value: incidents } = reconcile({ reports, codings }, { rarity });
  const seconds = coding + (performance.now() - started) / 1000;
  const { scores, faults } = scoreIncidents(folders, predictions(folders, reportIdOf, codings, incidents));
  const errors = faults.map(({ folder, what, detail }) => ({ id: folder, what, text: detail }));
  return { records: reports.length, seconds, scores: { ...scores }, errors };
}

/** All folders are reconciled as one set: reports of different folders must stay apart by what they tell. */
async function codedSet(folders: readonly GoldFolder[], mode: string | null): Promise<CodedSet> {
  switch (mode) {
    case null:
      return pipelineSet(folders);
    case 'oracle':
      return oracleSet(folders, { places: 'coordinates' });
    case 'oracle-names':
      return oracleSet(folders, { places: 'names' });
    default:
      throw new Error(`gold-incidents has the modes oracle and oracle-names, not ${mode}`);
  }
}
