import { VERSION } from '../core/base/version.ts';
import type { Explanation } from '../core/export/explanation.ts';
import type { Doc } from '../core/language/doc.ts';
import type { ResourceOptions } from '../core/language/resources.ts';
import type { CodedReport, Derived, LedgerState, ResourceVersions, Store } from '../core/ledger/index.ts';
import type { Coding, Incident, Outcome, PublicRecord, Report, Span } from '../core/model/index.ts';
import type { Coders } from './coders/coders.ts';
import type { SourceItem } from './sources/source-item.ts';
import type { Polled, WatchOptions } from './sources/watch-feeds.ts';
import { type Analyzer, type Coder, openAnalyzer, openCoder, type PipelineOptions } from './wire-coder.ts';

export { addReports } from './coders/add-reports.ts';
export type { Coders } from './coders/coders.ts';
export { keepHeapSmall } from './coders/keep-heap-small.ts';
export { recodeReports } from './coders/recode-reports.ts';
export type { AddedReport } from './coders/write-coded.ts';
export { COLUMN_FIELDS, type Columns } from './sources/archives/columns.ts';
export { FORMATS, type Format } from './sources/format.ts';
export { countSources, readSources, type SourceOptions } from './sources/read-sources.ts';
export type { SourceItem } from './sources/source-item.ts';
export type { Polled, WatchOptions } from './sources/watch-feeds.ts';
export { openRawArchive, type RawArchive } from './stores/raw-archive.ts';
export { type Analyzer, openAnalyzer, openReader, type PipelineOptions, type Reader } from './wire-coder.ts';

/** Polls feeds and sitemaps, again and again: see `watch-feeds.ts`, which is loaded, with what fetches, when it is asked. */
export async function* watchFeeds(urls: readonly string[], options: WatchOptions): AsyncGenerator<SourceItem | Polled> {
  yield* (await import('./sources/watch-feeds.ts')).watchFeeds(urls, options);
}

/** Opens the ledger at a place. Throws a `CasusError` where there is none to read, or it cannot be used. */
export async function openStore(url: string, options: { readonly mode?: 'write' | 'read' } = {}): Promise<Store> {
  return (await import('./stores/open-store.ts')).openStore(url, options);
}

/** What pages for people need to know: the names of countries, and where sentences end. */
export async function pageKnowledge() {
  const [load, { tokenize }, { splitSentences }] = await Promise.all([
    import('./resources/load.ts'),
    import('../core/language/text/tokens.ts'),
    import('../core/language/text/sentences.ts'),
  ]);
  const rules = load.loadTokenRules();
  return {
    countries: load.loadCountryNames(),
    sentences: (text: string, endings: readonly number[]): readonly Span[] =>
      splitSentences(text, tokenize(text, rules), rules, endings),
  };
}

/** Finds the incidents that reports and their codings tell. */
export type Reconciler = (coded: readonly CodedReport[]) => Outcome<readonly Incident[]>;

/** Loads what reconciling needs: much less than coding does. */
export async function openReconciler(): Promise<Reconciler> {
  const [{ loadWordRarity }, { reconcile }] = await Promise.all([
    import('./resources/load.ts'),
    import('../core/reconcile/index.ts'),
  ]);
  const options = { rarity: loadWordRarity() };
  return coded => reconcile(inputOf(coded), options);
}

/** Loads what working out the incidents of a ledger needs, with tolls by a policy where one is given. */
export async function openDerivation(policy?: string): Promise<(state: LedgerState) => Derived> {
  const [{ loadWordRarity }, { ledgerIncidents }] = await Promise.all([
    import('./resources/load.ts'),
    import('../core/ledger/index.ts'),
  ]);
  const options = { rarity: loadWordRarity(), ...(policy === undefined ? {} : { policy }) };
  return state => ledgerIncidents(state, options);
}

/** The user's own actors, from the folder of a ledger. */
export async function openOwn(ledger: string | undefined): Promise<ResourceOptions> {
  if (ledger === undefined) return {};
  return { ownActors: await (await import('./resources/own-actors.ts')).readOwnActors(ledger) };
}

/** With what this casus codes and reconciles. */
export async function openVersions(own: ResourceOptions = {}): Promise<ResourceVersions> {
  const [load, { fileVersions }, { coderName }, { DEFAULT_POLICY }] = await Promise.all([
    import('./resources/load.ts'),
    import('./resources/versions.ts'),
    import('../core/coding/index.ts'),
    import('../core/reconcile/index.ts'),
  ]);
  const coder = coderName(load.loadCodebook(), load.loadResourceVersions(own));
  return { casus: VERSION, coder, policy: DEFAULT_POLICY, files: fileVersions() };
}

/** The way from a document to a record, with the models and tables it needs loaded. */
export interface Pipeline extends Coder {
  readonly reconcile: Reconciler;
  /** The reports, their codings and the incidents that follow from them, as one public record. */
  record(coded: readonly CodedReport[]): PublicRecord;
}

/** Loads what coding needs, which takes a moment: a command calls it when it has something to code. */
export async function openPipeline(options: PipelineOptions = {}): Promise<Pipeline> {
  const [coder, reconcile] = await Promise.all([openCoder(options), openReconciler()]);
  return {
    ...coder,
    reconcile,
    record(coded) {
      const { value, problems } = reconcile(coded);
      return { format: 'casus-record', formatVersion: 1, ...inputOf(coded), incidents: value, problems };
    },
  };
}

/** The way from a document to what made each value of its coding. */
export interface Explainer extends Analyzer {
  /** Explains all sentences, or the one with this number, counted from 1. */
  explain(doc: Doc, sentence: number | null): Explanation;
}

/** Loads what explaining needs: all that coding needs, and the tables as text. */
export async function openExplainer(own: ResourceOptions = {}): Promise<Explainer> {
  const [analyzer, load, { explainCoding }, { explain }, { lineOfRow }] = await Promise.all([
    openAnalyzer(own),
    import('./resources/load.ts'),
    import('../core/coding/index.ts'),
    import('../core/export/explanation.ts'),
    import('../core/base/table.ts'),
  ]);
  const codebook = load.loadCodebook();
  const texts = new Map<string, string>();
  const lineOf = (path: string, cells: Readonly<Record<string, string>>) => {
    const text = texts.get(path) ?? load.loadText(path);
    texts.set(path, text);
    return lineOfRow(text, cells);
  };
  return {
    ...analyzer,
    explain: (doc, sentence) => explain(doc, explainCoding(doc, codebook), codebook, lineOf, sentence),
  };
}

/** Opens coders: so many worker threads, or this thread where one is enough. */
export async function openCoders(workers: number, own: ResourceOptions = {}): Promise<Coders> {
  if (workers > 1) return (await import('./coders/coder-pool.ts')).openCoderPool({ workers, own });
  return (await import('./coders/coders.ts')).inlineCoders(async () => (await openCoder(own)).code);
}

/** Reports and codings of a set, each report once: the same text read twice is one report. */
function inputOf(coded: readonly CodedReport[]): { reports: readonly Report[]; codings: readonly Coding[] } {
  const byId = new Map(coded.map(one => [one.report.id, one]));
  const once = [...byId.values()];
  return { reports: once.map(({ report }) => report), codings: once.map(({ coding }) => coding) };
}
