import { kindsOf } from '../../src/core/coding/kinds/kinds-of.ts';
import { annotate } from '../../src/core/language/syntax/annotate.ts';
import { loadKindLexicon, loadResources } from '../../src/node/resources/load.ts';
import type { Measure, MeasureResult, WrongCase } from '../measure.ts';
import { readLines } from '../read-lines.ts';
import { labelsInWords, scoreLabels } from '../score/classify.ts';

interface SnippetRecord {
  readonly id: string;
  readonly text: string;
  readonly label: string;
}

/** The labels of the data (`corpora/event-type/README.md`) by our kinds; the last five are not in ACLED. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['abduction', 'ABDUCT_DISSAP'],
  ['agreement', 'AGREEMENT'],
  ['air-strike', 'AIR_STRIKE'],
  ['armed-clash', 'ARMED_CLASH'],
  ['arrest', 'ARREST'],
  ['shelling', 'ART_MISS_ATTACK'],
  ['civilian-attack', 'ATTACK'],
  ['group-change', 'CHANGE_TO_GROUP_ACT'],
  ['chemical-attack', 'CHEM_WEAP'],
  ['weapons-intercepted', 'DISR_WEAP'],
  ['crackdown', 'FORCE_AGAINST_PROTEST'],
  ['territory-retaken', 'GOV_REGAINS_TERIT'],
  ['grenade-attack', 'GRENADE'],
  ['headquarters', 'HQ_ESTABLISHED'],
  ['mob-violence', 'MOB_VIOL'],
  ['territory-taken', 'NON_STATE_ACTOR_OVERTAKES_TER'],
  ['territory-given', 'NON_VIOL_TERRIT_TRANSFER'],
  ['other-development', 'OTHER'],
  ['protest', 'PEACE_PROTEST'],
  ['destruction', 'PROPERTY_DISTRUCT'],
  ['protest-stopped', 'PROTEST_WITH_INTER'],
  ['explosion', 'REM_EXPLOS'],
  ['sexual-violence', 'SEX_VIOL'],
  ['suicide-bombing', 'SUIC_BOMB'],
  ['riot', 'VIOL_DEMONSTR'],
  ['organised-crime', 'ORG_CRIME'],
  ['natural-disaster', 'NATURAL_DISASTER'],
  ['accident', 'MAN_MADE_DISASTER'],
  ['attribution', 'ATTRIB'],
  ['diplomacy', 'DIPLO'],
]);

/** Labels that the smaller sets of classes leave out, with the records that carry them. */
const BEYOND_28: ReadonlySet<string> = new Set(['ATTRIB', 'DIPLO']);
const BEYOND_25: ReadonlySet<string> = new Set([...BEYOND_28, 'ORG_CRIME', 'NATURAL_DISASTER', 'MAN_MADE_DISASTER']);

export const measure: Measure = {
  name: 'event-type',
  about: 'what a news snippet is about, in 25, 28 and 30 classes; there is no development text (README of the corpus)',
  data: [],
  scores: { weighted_f1_25: { beat: 0.839 }, weighted_f1_28: { beat: 0.797 }, weighted_f1_30: { beat: 0.771 } },
  run,
};

function run(dataPath: string): MeasureResult {
  const records = readLines<SnippetRecord>(dataPath);
  const { models, numbers } = loadResources();
  const lexicon = loadKindLexicon();
  const started = performance.now();
  const ranked = records.map(({ text }) => kindsOf(annotate(text, models, { numbers }).tokens, lexicon));
  const seconds = (performance.now() - started) / 1000;
  const labels = ranked.map(kinds => kinds.flatMap(({ kind }) => LABELS.get(kind) ?? []));
  const scoreWithout = (left: ReadonlySet<string>) =>
    scoreLabels(
      records.flatMap(({ label }, i) =>
        left.has(label) ? [] : [{ gold: label, given: labels[i].find(given => !left.has(given)) ?? null }],
      ),
    );
  const all = scoreWithout(new Set());
  const errors = records.flatMap(({ id, text, label }, i): WrongCase[] =>
    labels[i][0] === label ? [] : [{ id, what: `${label}, found ${labels[i].slice(0, 3).join(', ')}`, text }],
  );
  return {
    records: records.length,
    seconds,
    scores: {
      weighted_f1_25: scoreWithout(BEYOND_25).weightedF1,
      weighted_f1_28: scoreWithout(BEYOND_28).weightedF1,
      weighted_f1_30: all.weightedF1,
    },
    details: { 'accuracy of 30': all.accuracy.toFixed(3), labels: labelsInWords(all.classes) },
    errors,
  };
}
