import {
  analyze,
  type CodedReport,
  canonicalJson,
  code,
  codebookTables,
  type ReportInput,
  type ResourceFiles,
  readCodebook,
  readReport,
  readResources,
  reconcile,
  verify,
} from '../../src/core/index.ts';
import { renderPlacesSvg } from '../../src/core/language/places/map/render-places-svg.ts';
import { readWordRarity } from '../../src/core/reconcile/index.ts';

/** Reads one after another what it is given, and answers in canonical JSON: the same questions wherever the core runs. */
export interface CoreAnswers {
  /** A report with all layers over it, its coding, and the map of its places. */
  report(input: ReportInput): string;
  /** The incidents that all reports asked so far tell. */
  incidents(): string;
  /** Every place that a name may mean. */
  places(name: string): string;
}

const RARITY = 'data/language/word-rarity.tsv';

/** Loads the core from the files of the package, wherever they come from. */
export function openCore(files: Omit<ResourceFiles, 'made'>): CoreAnswers {
  const resources = readResources({ ...files, made: (_, make) => make() });
  const codebook = readCodebook(codebookTables(files.text));
  const coded: CodedReport[] = [];
  return {
    report(input) {
      const { value: report, problems } = readReport(input);
      const { tree: _, ...doc } = analyze(report, resources).value;
      const coding = verify(code({ ...doc, tree: _ }, codebook).value, report).value;
      coded.push({ report, coding });
      const places = doc.places.map(({ place }) => place);
      return canonicalJson({ doc, problems, coding, map: renderPlacesSvg(places, resources.gazetteer) });
    },
    incidents() {
      const input = { reports: coded.map(({ report }) => report), codings: coded.map(({ coding }) => coding) };
      return canonicalJson(reconcile(input, { rarity: readWordRarity(files.text(RARITY)) }));
    },
    places: name => canonicalJson(resources.gazetteer.candidates(name)),
  };
}
