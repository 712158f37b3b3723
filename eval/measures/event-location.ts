import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventPlaces } from '../../src/core/language/places/event-place.ts';
import { findPlaces } from '../../src/core/language/places/find-places.ts';
import { Gazetteer } from '../../src/core/language/places/gazetteer.ts';
import { annotate } from '../../src/core/language/syntax/annotate.ts';
import { LanguageModels } from '../../src/core/language/syntax/language-models.ts';
import type { Measure, MeasureOptions, MeasureResult, WrongCase } from '../measure.ts';

interface Stretch {
  readonly b: number;
  readonly e: number;
}

interface GoldEvent {
  readonly id: string;
  readonly text: string;
  readonly verb: Stretch;
  readonly locations: readonly Stretch[];
}

export const measure: Measure = {
  name: 'event-location',
  about: 'the words that say where the event of a given verb happened, by token; none is a common right answer',
  data: ['corpora/event-location/dev.jsonl'],
  scores: { precision: { beat: 0.83 }, recall: { beat: 0.83 } },
  run,
};

function run(dataPath: string, _options: MeasureOptions): MeasureResult {
  const models = LanguageModels.from(readFileSync(join(import.meta.dirname, '../../models/language.bin')));
  const gazetteer = Gazetteer.from(readFileSync(join(import.meta.dirname, '../../models/gazetteer.bin')));
  const lines = readFileSync(dataPath, 'utf8').split('\n');
  const records: GoldEvent[] = lines.filter(line => line.trim() !== '').map(line => JSON.parse(line));
  const errors: WrongCase[] = [];
  let [right, guessed, gold, seconds] = [0, 0, 0, 0];
  for (const record of records) {
    const started = performance.now();
    const found = placesOf(record, models, gazetteer);
    seconds += (performance.now() - started) / 1000;
    const [wanted, given] = [wordsIn(record.text, record.locations), wordsIn(record.text, found)];
    const both = [...wanted].filter(word => given.has(word)).length;
    right += both;
    guessed += given.size;
    gold += wanted.size;
    if (both < wanted.size || both < given.size) errors.push(wrongCase(record, found));
  }
  const scores = { precision: right / Math.max(1, guessed), recall: right / Math.max(1, gold) };
  return { records: records.length, seconds, scores, errors };
}

function placesOf({ text, verb }: GoldEvent, models: LanguageModels, gazetteer: Gazetteer): Stretch[] {
  const { tokens, sentences } = annotate(text, models);
  const at = tokens.findIndex(token => token.end > verb.b);
  if (at < 0) return [];
  const mentions = findPlaces({ text, tokens, sentences }, gazetteer);
  const places = eventPlaces(at, tokens, sentences[tokens[at].sentence], mentions, gazetteer);
  return places.map(({ naming }) => ({ b: tokens[naming.tokenStart].start, e: tokens[naming.tokenEnd - 1].end }));
}

/** The running words (letters, digits, apostrophes, hyphens) that stretches touch, by their start: score/event_location.py. */
export function wordsIn(text: string, stretches: readonly Stretch[]): Set<number> {
  const words = new Set<number>();
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}\p{M}_'’-]+/gu)) {
    if (stretches.some(({ b, e }) => index < e && b < index + word.length)) words.add(index);
  }
  return words;
}

function wrongCase({ id, text, verb, locations }: GoldEvent, found: readonly Stretch[]): WrongCase {
  const words = (stretches: readonly Stretch[]) => stretches.map(({ b, e }) => text.slice(b, e)).join(', ') || 'none';
  return { id, what: `"${text.slice(verb.b, verb.e)}": ${words(found)} for ${words(locations)}`, text };
}
