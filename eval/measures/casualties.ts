import { code, verify } from '../../src/core/coding/index.ts';
import { readReport } from '../../src/core/ingest/index.ts';
import { analyze } from '../../src/core/language/analyze.ts';
import { loadCodebook, loadResources } from '../../src/node/resources/load.ts';
import type { Measure, MeasureResult, WrongCase } from '../measure.ts';
import { readLines } from '../read-lines.ts';
import { type CasualtyFigures, casualtyFigures } from '../score/casualty-figures.ts';

/** A report of the data, and the registered numbers of the incident it tells of. */
interface ReportRecord {
  readonly id: string;
  readonly incident: string;
  readonly title: string;
  readonly published: string | null;
  readonly text: string;
}

interface IncidentRecord extends CasualtyFigures {
  readonly id: string;
  readonly docs: readonly string[];
}

export const measure: Measure = {
  name: 'casualties',
  about: 'killed and injured of one report against the registered numbers, by the rule of score/casualty-figures.ts',
  data: ['corpora/casualties/dev.docs.jsonl'],
  scores: { killed_exact: { beat: 0.684, noise: 0.003 }, injured_exact: { beat: 0.534, noise: 0.003 } },
  run,
};

function run(dataPath: string): MeasureResult {
  const records = readLines<ReportRecord>(dataPath);
  const incidents = readLines<IncidentRecord>(dataPath.replace(/\.docs\.jsonl$/, '.incidents.jsonl'));
  const resources = loadResources();
  const codebook = loadCodebook();
  const started = performance.now();
  const found = new Map(records.map(record => [record.id, figuresIn(record)]));
  const seconds = (performance.now() - started) / 1000;
  const titles = new Map(records.map(({ id, title, text }) => [id, `${title} | ${text.slice(0, 700)}`]));
  // As the reference scorer counts: once for each incident that names the report.
  const pairs = incidents.flatMap(({ docs, killed, injured }) =>
    docs.flatMap(id => {
      const mine = found.get(id);
      return mine === undefined ? [] : [{ id, mine, gold: { killed, injured } }];
    }),
  );
  const exact = (harm: 'killed' | 'injured') => pairs.filter(({ mine, gold }) => mine[harm] === gold[harm]).length;
  const both = pairs.filter(({ mine, gold }) => mine.killed === gold.killed && mine.injured === gold.injured).length;
  const errors = pairs.flatMap(({ id, mine, gold }): WrongCase[] =>
    mine.killed === gold.killed && mine.injured === gold.injured
      ? []
      : [
          {
            id,
            what: `killed ${gold.killed}, found ${mine.killed}; injured ${gold.injured}, found ${mine.injured}`,
            text: titles.get(id) ?? '',
          },
        ],
  );
  return {
    records: records.length,
    seconds,
    scores: { killed_exact: exact('killed') / pairs.length, injured_exact: exact('injured') / pairs.length },
    details: { 'both exact': (both / pairs.length).toFixed(3) },
    errors,
  };

  function figuresIn({ title, text, published }: ReportRecord): CasualtyFigures {
    const { value: report } = readReport({ text: `${title}\n\n${text}`, given: { publishedAt: published } });
    const { value: doc } = analyze(report, resources);
    const { claims } = verify(code(doc, codebook).value, report).value;
    const sentenceAt = (offset: number) => doc.sentences.find(({ end }) => offset < end)?.index ?? 0;
    return casualtyFigures(
      claims
        .filter(claim => claim.kind === 'casualty')
        .map(claim => ({ claim, sentence: sentenceAt(claim.evidence.span.start) })),
    );
  }
}
