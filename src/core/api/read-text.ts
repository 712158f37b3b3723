import { lineOfRow } from '../base/table.ts';
import { CODEBOOK_FILES, codebookTables, explainCoding, readCodebook, verify, withProblems } from '../coding/index.ts';
import { type Explanation, explain } from '../export/explanation.ts';
import { type ReportInput, readPublishers, readReport, withAffiliation } from '../ingest/index.ts';
import { canonicalActor } from '../language/actors/canonical-actor.ts';
import { analyze } from '../language/analyze.ts';
import { RESOURCE_FILES, type ResourceFiles, type ResourceOptions, readResources } from '../language/resources.ts';
import type { PublicRecord } from '../model/index.ts';
import { readWordRarity, reconcile } from '../reconcile/index.ts';

const PUBLISHERS = 'data/sources/publishers.tsv';
const RARITY = 'data/language/word-rarity.tsv';

/** The files of the package that reading a text takes, by their paths in it, each once. */
export const READER_FILES: readonly string[] = [
  ...new Set([...RESOURCE_FILES, ...Object.values(CODEBOOK_FILES), PUBLISHERS, RARITY]),
];

/** What casus reads in one text: the record of it alone, and what made each value. */
export interface ReadText {
  readonly record: PublicRecord;
  readonly explanation: Explanation;
}

/** Reads one text after another, wherever the files of the package come from: for a page, which has them by name only. */
export interface TextReader {
  read(input: ReportInput): ReadText;
}

/** Opens what reading takes. What `files` throws where one is missing or damaged goes through. */
export function openTextReader(files: ResourceFiles, options: ResourceOptions = {}): TextReader {
  const resources = readResources(files, options);
  const codebook = readCodebook(codebookTables(files.text));
  const publishers = readPublishers([files.text(PUBLISHERS)]);
  const rarity = readWordRarity(files.text(RARITY));
  const lineOf = (path: string, cells: Readonly<Record<string, string>>) =>
    READER_FILES.includes(path) ? lineOfRow(files.text(path), cells) : null;
  return {
    read(input) {
      const read = withAffiliation(readReport(input, { publishers }), words => canonicalActor(words, resources));
      const doc = analyze(read.value, resources);
      const explained = explainCoding(doc.value, codebook);
      const verified = verify(explained.coding, read.value).value;
      const coding = withProblems(verified, [...read.problems, ...doc.problems]);
      const reports = [read.value];
      const codings = [coding];
      const { value: incidents, problems } = reconcile({ reports, codings }, { rarity });
      return {
        record: { format: 'casus-record', formatVersion: 1, reports, codings, incidents, problems },
        explanation: explain(doc.value, explained, codebook, lineOf),
      };
    },
  };
}
