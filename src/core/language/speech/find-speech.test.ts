import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { annotate } from '../syntax/annotate.ts';
import { LanguageModels } from '../syntax/language-models.ts';
import { treeOf } from '../tree.ts';
import { findSpeech } from './find-speech.ts';
import { readSpeechLexicon } from './speech-lexicon.ts';

const file = (path: string) => new URL(`../../../../${path}`, import.meta.url);
const models = LanguageModels.from(readFileSync(file('models/language.bin')));
const lexicon = readSpeechLexicon(readFileSync(file('data/lexicons/speech-cues.tsv'), 'utf8'));

/** Compares each speech as "source | act | content", with "–" for a source that is not named. */
function check(text: string, expected: readonly string[]): void {
  const { tokens, sentences } = annotate(text, models);
  const words = (start: number, end: number) => text.slice(tokens[start].start, tokens[end - 1].end);
  const found = findSpeech(treeOf(tokens), sentences, lexicon).map(speech => {
    const source = speech.sourceRange === null ? '–' : words(speech.sourceRange.start, speech.sourceRange.end);
    const content = speech.content.map(({ start, end }) => words(start, end)).join(' … ');
    return `${source} | ${speech.negated ? 'not ' : ''}${speech.cue.act} | ${content}`;
  });
  expect(found, text).toEqual(expected);
}

test.each<[string, string[]]>([
  ['Police said that five people died.', ['Police | state | that five people died']],
  [
    'The governor said five people had died in the attack.',
    ['The governor | state | five people had died in the attack'],
  ],
  [
    'Five people died in the blast, a hospital official said.',
    ['a hospital official | state | Five people died in the blast,'],
  ],
  ['According to the army, ten rebels were killed.', ['the army | state | , ten rebels were killed.']],
  [
    'Ten rebels were killed, according to the ministry of defence.',
    ['the ministry of defence | state | Ten rebels were killed, … .'],
  ],
  ['The rebels denied the attack.', ['The rebels | deny | the attack']],
  ['Kampala accused the rebels of shelling the town.', ['Kampala | accuse | of shelling the town']],
  ['The militia admitted that it had lost nine men.', ['The militia | admit | that it had lost nine men']],
  ['"We lost two men," the commander said.', ['the commander | state | "We lost two men,"']],
  ['The army did not say how many had died.', ['The army | not state | how many had died']],
  ['Residents feared that the shelling would resume.', ['Residents | fear | that the shelling would resume']],
])('speech in %j', (text, expected) => check(text, expected));

test('a text without anybody speaking has no speech', () => {
  check('Five people died in the blast on Monday.', []);
});
