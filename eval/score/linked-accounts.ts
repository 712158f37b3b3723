import { reconcile } from '../../src/core/reconcile/index.ts';
import { loadWordRarity } from '../../src/node/resources/load.ts';
import { openPipeline } from '../../src/node/wire.ts';
import type { MeasureResult } from '../measure.ts';
import { scoreClustering } from './report-clustering.ts';

/** A report of a set with the incident it tells. */
export interface LabelledReport {
  readonly incident: string;
  readonly text: string;
  readonly published: string | null;
}

/** Incidents that are read: reading takes long. */
const INCIDENTS = 180;

/**
 * Reads the reports of the first incidents of a set as `casus add` does and links what they tell, by claims and words: what
 * the set calls one incident should be one. Reports of which nothing is read are in none.
 */
export async function scoreLinkedAccounts(all: readonly LabelledReport[]): Promise<MeasureResult> {
  const chosen = new Set([...new Set(all.map(({ incident }) => incident))].slice(0, INCIDENTS));
  const pipeline = await openPipeline();
  const started = performance.now();
  const gold = new Map<string, Set<string>>();
  const coded = all.flatMap(({ incident, text, published }) => {
    if (!chosen.has(incident)) return [];
    const one = pipeline.code(pipeline.read({ text, given: { publishedAt: published } }));
    gold.set(one.report.id, new Set([...(gold.get(one.report.id) ?? []), incident]));
    return [one];
  });
  const input = { reports: coded.map(({ report }) => report), codings: coded.map(({ coding }) => coding) };
  const incidents = reconcile(input, { rarity: loadWordRarity() }).value;
  const seconds = (performance.now() - started) / 1000;
  const mine = new Map<string, Set<string>>();
  for (const { id, links } of incidents) {
    for (const { reportId } of links) mine.set(reportId, new Set([...(mine.get(reportId) ?? []), id]));
  }
  const { pairwise, b3 } = scoreClustering(gold, mine);
  const pairs = sharing(mine);
  const right = [...pairs].filter(pair => sharing(gold).has(pair)).length;
  const of = (whole: number) => (whole === 0 ? '–' : (right / whole).toFixed(3));
  const details = { 'pairs, precision': of(pairs.size), 'pairs, recall': of(sharing(gold).size) };
  return { records: coded.length, seconds, scores: { b3_f1: b3, pairwise_f1: pairwise }, errors: [], details };
}

/** The pairs of reports that share an incident. */
function sharing(mentions: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const byIncident = new Map<string, string[]>();
  for (const [report, incidents] of mentions) {
    for (const id of incidents) byIncident.set(id, [...(byIncident.get(id) ?? []), report].sort());
  }
  return new Set(
    [...byIncident.values()].flatMap(ids => ids.flatMap((a, i) => ids.slice(i + 1).map(b => `${a} ${b}`))),
  );
}
