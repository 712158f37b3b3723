import { contextOf } from '../../src/core/coding/context.ts';
import { tiesIn } from '../../src/core/coding/ties/ties.ts';
import { readReport } from '../../src/core/ingest/index.ts';
import { analyze } from '../../src/core/language/analyze.ts';
import { loadActLexicon, loadCodebook, loadResources, loadTieModel } from '../../src/node/resources/load.ts';
import type { Measure, MeasureResult, WrongCase } from '../measure.ts';
import { readLines } from '../read-lines.ts';
import { labelsInWords } from '../score/classify.ts';
import { type MarkedRelation, scoreRelations } from '../score/relations.ts';
import { isFree, type RelationsRecord, relationOf } from '../tie-relations.ts';

export const measure: Measure = {
  name: 'relations',
  about: 'ties between actors, places and things (re3d); the model is trained on the free ones of the dev records',
  data: ['corpora/relations/dev.jsonl'],
  scores: { core_f1: { beat: 0.4 }, relaxed_f1: { beat: null } },
  run,
};

function run(dataPath: string): MeasureResult {
  const records = readLines<RelationsRecord>(dataPath);
  const resources = loadResources();
  const codebook = loadCodebook();
  const acts = loadActLexicon();
  const model = loadTieModel();
  const started = performance.now();
  const found = records.map(({ text }): readonly MarkedRelation[] => {
    const { value: doc } = analyze(readReport({ text }).value, resources);
    return tiesIn(contextOf(doc, codebook), acts, model).map(relationOf);
  });
  const seconds = (performance.now() - started) / 1000;
  const texts = records.map((record, i) => ({ record, gold: record.relations, found: found[i] }));
  const { core, all, types } = scoreRelations(texts);
  const unseen = texts.filter(({ record }) => !isFree(record));
  const errors = texts.flatMap(({ record: { id, text }, gold, found }) =>
    gold.flatMap((relation): WrongCase[] => {
      const pair = `${wordsAt(text, relation.source)} → ${wordsAt(text, relation.target)}`;
      const isFound = scoreRelations([{ gold: [relation], found }]).types.get(relation.type) !== 0;
      return isFound ? [] : [{ id, what: `missed ${relation.type}: ${pair}`, text: '' }];
    }),
  );
  return {
    records: records.length,
    seconds,
    scores: { core_f1: core, relaxed_f1: all },
    details: {
      types: labelsInWords(types),
      'core, records not trained on': unseen.length === 0 ? 'none' : scoreRelations(unseen).core.toFixed(3),
    },
    errors,
  };
}

function wordsAt(text: string, { b, e }: MarkedRelation['source']): string {
  return text.slice(b, e).replace(/\s+/g, ' ');
}
