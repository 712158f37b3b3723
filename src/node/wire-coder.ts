import { withProblems } from '../core/coding/with-problems.ts';
import type { PublisherRegister, ReportInput } from '../core/ingest/index.ts';
import { withAffiliation } from '../core/ingest/with-affiliation.ts';
import type { AnalyzeOptions } from '../core/language/analyze.ts';
import type { Doc } from '../core/language/doc.ts';
import type { ResourceOptions } from '../core/language/resources.ts';
import type { LemmaExceptions } from '../core/language/syntax/lemma.ts';
import type { CodedReport } from '../core/ledger/index.ts';
import type { Outcome, Place, Report } from '../core/model/index.ts';

// Only what coding needs is loaded from here on: a thread that codes neither reconciles nor fetches.

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

/**
 * How sentences are read: all with both networks, all with the fast one, or `gated`: with both where the codebook looks for
 * one of their words, else with the fast one.
 */
export interface PipelineOptions extends ResourceOptions {
  readonly reading?: 'accurate' | 'gated' | 'fast';
}

/** The way from a document to its coding. */
export interface Coder extends Analyzer {
  /** Codes a report; the difficulties met in reading it come first among those of the coding. */
  code(read: Outcome<Report>): CodedReport;
}

/** Loads what coding needs, which takes a moment, and nothing else. */
export async function openCoder({ reading = 'accurate', ...own }: PipelineOptions = {}): Promise<Coder> {
  const [analyzer, load, { code, relevanceGate, verify }] = await Promise.all([
    openAnalyzer(own),
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
  };
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
