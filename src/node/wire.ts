import { VERSION } from '../core/base/version.ts';
import { withProblems } from '../core/coding/with-problems.ts';
import type { Explanation } from '../core/export/explanation.ts';
import type { PublisherRegister, ReportInput } from '../core/ingest/index.ts';
import { withAffiliation } from '../core/ingest/with-affiliation.ts';
import type { AnalyzeOptions } from '../core/language/analyze.ts';
import type { Doc } from '../core/language/doc.ts';
import type { ResourceOptions } from '../core/language/resources.ts';
import type { LemmaExceptions } from '../core/language/syntax/lemma.ts';
import type { CodedReport, Derived, LedgerState, ResourceVersions, Store } from '../core/ledger/index.ts';
import type { Coding, Incident, Outcome, Place, PublicRecord, Report, Span } from '../core/model/index.ts';
import type { Coders } from './coders/coders.ts';

export { addReports } from './coders/add-reports.ts';
export type { Coders } from './coders/coders.ts';
export { recodeReports } from './coders/recode-reports.ts';
export type { AddedReport } from './coders/write-coded.ts';
export { COLUMN_FIELDS, type Columns } from './sources/archives/columns.ts';
export { FORMATS, type Format } from './sources/format.ts';
export { countSources, readSources, type SourceOptions } from './sources/read-sources.ts';
export type { SourceItem } from './sources/source-item.ts';
export { type Polled, type WatchOptions, watchFeeds } from './sources/watch-feeds.ts';
export { openRawArchive, type RawArchive } from './stores/raw-archive.ts';

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

/** What takes a text in, before it is coded. */
export interface Reader {
  read(input: ReportInput): Outcome<Report>;
}

/** Loads what reading needs, which is much less than coding does: models only for a publisher of an unknown name. */
export async function openReader({
  ledger,
  ...own
}: ResourceOptions & { readonly ledger?: string } = {}): Promise<Reader> {
  const [load, { readReport }, { canonicalActor }] = await Promise.all([
    import('./resources/load.ts'),
    import('../core/ingest/index.ts'),
    import('../core/language/actors/canonical-actor.ts'),
  ]);
  const loaded: { models?: ReturnType<typeof load.loadLanguageModels> } = {};
  const resources = {
    actors: load.loadActors(own),
    get models() {
      loaded.models ??= load.loadLanguageModels();
      return loaded.models;
    },
  };
  return readerWith(load.loadPublishers(ledger === undefined ? {} : { ledger }), readReport, words =>
    canonicalActor(words, resources),
  );
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

/** The way from a document to its layers, with the models and tables that reading needs. */
export interface Analyzer extends Reader {
  /** The layers of a report; the difficulties met in reading it come first. */
  analyze(read: Outcome<Report>, options?: AnalyzeOptions): Outcome<Doc>;
  /** Words with a lemma of their own, which a relevance gate needs. */
  readonly lemmas: LemmaExceptions;
  /** A static map of places as SVG. */
  map(places: readonly Place[], title: string): string;
}

/** Loads what reading a text needs: all that coding needs but the codebook. */
export async function openAnalyzer(own: ResourceOptions = {}): Promise<Analyzer> {
  const [load, { readReport }, { analyze }, { canonicalActor }, { renderPlacesSvg }] = await Promise.all([
    import('./resources/load.ts'),
    import('../core/ingest/index.ts'),
    import('../core/language/analyze.ts'),
    import('../core/language/actors/canonical-actor.ts'),
    import('../core/language/places/map/render-places-svg.ts'),
  ]);
  const resources = load.loadResources(own);
  return {
    ...readerWith(load.loadPublishers(), readReport, words => canonicalActor(words, resources)),
    lemmas: resources.models.lemmas,
    analyze({ value: report, problems }, options = {}) {
      const doc = analyze(report, resources, options);
      return { value: doc.value, problems: [...problems, ...doc.problems] };
    },
    map: (places, title) => renderPlacesSvg(places, resources.gazetteer, { title }),
  };
}

/** The way from a document to a record, with the models and tables it needs loaded. */
export interface Pipeline extends Analyzer {
  /** Codes a report; the difficulties met in reading it come first among those of the coding. */
  code(read: Outcome<Report>): CodedReport;
  readonly reconcile: Reconciler;
  /** The reports, their codings and the incidents that follow from them, as one public record. */
  record(coded: readonly CodedReport[]): PublicRecord;
}

/**
 * How sentences are read: all with both networks, all with the fast one, or `gated`: with both where the codebook looks for
 * one of their words, else with the fast one.
 */
export interface PipelineOptions extends ResourceOptions {
  readonly reading?: 'accurate' | 'gated' | 'fast';
}

/** Loads what coding needs, which takes a moment: a command calls it when it has something to code. */
export async function openPipeline({ reading = 'accurate', ...own }: PipelineOptions = {}): Promise<Pipeline> {
  const [analyzer, reconcile, load, { code, relevanceGate, verify }] = await Promise.all([
    openAnalyzer(own),
    openReconciler(),
    import('./resources/load.ts'),
    import('../core/coding/index.ts'),
  ]);
  const codebook = load.loadCodebook();
  const options: AnalyzeOptions =
    reading === 'gated' ? { matters: relevanceGate(codebook, analyzer.lemmas) } : { mode: reading };
  return {
    ...analyzer,
    code(read) {
      const { value: doc, problems } = analyzer.analyze(read, options);
      const coded = verify(code(doc, codebook).value, read.value);
      return { report: read.value, coding: withProblems(coded.value, problems) };
    },
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
  return (await import('./coders/coders.ts')).inlineCoders(async () => (await openPipeline(own)).code);
}

function readerWith(
  publishers: PublisherRegister,
  readReport: typeof import('../core/ingest/index.ts').readReport,
  name: (words: string) => string,
): Reader {
  // A publisher has many reports, and naming whose voice it is may take tagging and parsing.
  const names = new Map<string, string>();
  const nameOnce = (words: string): string => {
    const known = names.get(words) ?? name(words);
    names.set(words, known);
    return known;
  };
  return { read: input => withAffiliation(readReport(input, { publishers }), nameOnce) };
}

/** Reports and codings of a set, each report once: the same text read twice is one report. */
function inputOf(coded: readonly CodedReport[]): { reports: readonly Report[]; codings: readonly Coding[] } {
  const byId = new Map(coded.map(one => [one.report.id, one]));
  const once = [...byId.values()];
  return { reports: once.map(({ report }) => report), codings: once.map(({ coding }) => coding) };
}
