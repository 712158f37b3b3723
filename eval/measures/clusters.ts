import { readFileSync } from 'node:fs';
import { readReport } from '../../src/core/ingest/index.ts';
import { stories } from '../../src/core/reconcile/index.ts';
import { loadWordRarity } from '../../src/node/resources/load.ts';
import type { Measure, MeasureOptions, MeasureResult, WrongCase } from '../measure.ts';
import { scoreClusters } from '../score/clusters.ts';
import { type LabelledReport, scoreLinkedAccounts } from '../score/linked-accounts.ts';

/** A record of either set: reports with the incident they tell, or texts with their sub-topic. */
interface ClusterRecord {
  readonly id: string;
  readonly incident?: string;
  readonly subtopic?: string;
  readonly title?: string;
  readonly published?: string | null;
  readonly text: string;
}

export const measure: Measure = {
  name: 'clusters',
  about:
    'reports that tell one happening put together, by their words alone (--mode claims: by what is read of the first ' +
    '180 incidents, which takes minutes)',
  data: ['corpora/casualties/dev.docs.jsonl', 'corpora/coreference/ecbplus_dev.jsonl'],
  scores: { b3_f1: { beat: 0.903, noise: 0.003 }, pairwise_f1: { beat: 0.702, noise: 0.005 } },
  run,
};

async function run(dataPath: string, { mode }: MeasureOptions): Promise<MeasureResult> {
  const lines = readFileSync(dataPath, 'utf8').split('\n');
  const records: ClusterRecord[] = lines.filter(line => line !== '').map(line => JSON.parse(line));
  if (mode === 'claims') return scoreLinkedAccounts(records.map(labelled));
  if (mode !== null) throw new Error(`clusters has the mode claims, not ${mode}`);
  const rarity = loadWordRarity();
  const started = performance.now();
  const reports = records.map(({ title, text, published }, i) => {
    const input = {
      text: title === undefined ? text : `${title}\n\n${text}`,
      given: { publishedAt: published ?? null },
    };
    // Two records may have one text: each stays an item of its own.
    return { ...readReport(input).value, id: `record ${String(i).padStart(8, '0')}` };
  });
  const found = stories(reports, rarity);
  const seconds = (performance.now() - started) / 1000;
  const labels = new Map(found.flatMap((story, n) => story.map(id => [id, String(n)] as const)));
  const gold = records.map(({ incident, subtopic }) => incident ?? subtopic ?? '');
  const mine = reports.map(({ id }) => labels.get(id) ?? id);
  const { b3, pairwise } = scoreClusters(gold, mine);
  return {
    records: records.length,
    seconds,
    scores: { b3_f1: b3, pairwise_f1: pairwise },
    errors: wrong(records, gold, mine),
  };
}

function labelled({ title, text, published = null, incident, subtopic }: ClusterRecord): LabelledReport {
  return { text: title === undefined ? text : `${title}\n\n${text}`, published, incident: incident ?? subtopic ?? '' };
}

function wrong(
  records: readonly ClusterRecord[],
  gold: readonly string[],
  mine: readonly string[],
): readonly WrongCase[] {
  const errors: WrongCase[] = [];
  for (const [i, { id, text, title }] of records.entries()) {
    for (const [j, other] of records.entries()) {
      if (j <= i || (gold[i] === gold[j]) === (mine[i] === mine[j])) continue;
      const what = gold[i] === gold[j] ? `apart from ${other.id}` : `together with ${other.id}`;
      errors.push({ id, what, text: `${title ?? text.slice(0, 150)} | ${other.title ?? other.text.slice(0, 150)}` });
    }
  }
  return errors;
}
