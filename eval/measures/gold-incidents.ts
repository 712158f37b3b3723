import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reconcile } from '../../src/core/reconcile/reconcile.ts';
import { readWordRarity } from '../../src/core/reconcile/word-rarity.ts';
import { readGoldSet } from '../gold/gold-set.ts';
import { type OracleOptions, oracleInput } from '../gold/oracle-coding.ts';
import { predictions } from '../gold/prediction.ts';
import type { Measure, MeasureOptions, MeasureResult } from '../measure.ts';
import { scoreIncidents } from '../score/gold-incidents.ts';

const RARITY = join(import.meta.dirname, '../../data/language/word-rarity.tsv');

export const measure: Measure = {
  name: 'gold-incidents',
  about: 'incidents, tolls and contradictions across reports (--mode oracle: from the gold claims, reconciling alone)',
  data: ['gold-dev'],
  scores: {
    pairwise_f1: { beat: null, noise: 0.01 },
    b3_f1: { beat: null, noise: 0.01 },
    contradiction_p: { beat: null, noise: 0.01 },
    contradiction_r: { beat: null, noise: 0.01 },
    toll_acc: { beat: null, noise: 0.01 },
    invented_incidents: { beat: null, lowerIsBetter: true, noise: 0 },
  },
  run,
};

function run(dataPath: string, { mode }: MeasureOptions): MeasureResult {
  const folders = readGoldSet(dataPath);
  const inputs = folders.map(folder => oracleInput(folder, oracleOptions(mode)));
  const reports = inputs.flatMap(input => input.reports);
  const codings = inputs.flatMap(input => input.codings);
  const rarity = readWordRarity(readFileSync(RARITY, 'utf8'));
  const started = performance.now();
  const { value: incidents } = reconcile({ reports, codings }, { rarity });
  const seconds = (performance.now() - started) / 1000;
  const { scores, faults } = scoreIncidents(folders, predictions(folders, codings, incidents));
  const errors = faults.map(({ folder, what, detail }) => ({ id: folder, what, text: detail }));
  return { records: reports.length, seconds, scores: { ...scores }, errors };
}

function oracleOptions(mode: string | null): OracleOptions {
  return { places: mode === 'oracle-names' ? 'names' : 'coordinates' };
}
