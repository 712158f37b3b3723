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
    ['a hospital official | state | Five people died in the blast'],
  ],
  ['According to the army, ten rebels were killed.', ['the army | state | ten rebels were killed']],
  [
    'Ten rebels were killed, according to the ministry of defence.',
    ['the ministry of defence | state | Ten rebels were killed'],
  ],
  [
    'Guerrillas shot down a helicopter in Amalfi, the defence minister, Pedro Sow, said.',
    ['the defence minister, Pedro Sow | state | Guerrillas shot down a helicopter in Amalfi'],
  ],
  ['The rebels denied the attack.', ['The rebels | deny | the attack']],
  ['Kampala accused the rebels of shelling the town.', ['Kampala | accuse | of shelling the town']],
  ['The militia admitted that it had lost nine men.', ['The militia | admit | that it had lost nine men']],
  ['"We lost two men," the commander said.', ['the commander | state | "We lost two men,"']],
  ['The army did not say how many had died.', ['The army | not state | how many had died']],
  ['Residents feared that the shelling would resume.', ['Residents | fear | that the shelling would resume']],
  [
    'As the radio station reported, nine men were killed at the ford.',
    ['the radio station | state | nine men were killed at the ford'],
  ],
  [
    'Nine men were killed at the ford, as the radio station reported.',
    ['the radio station | state | Nine men were killed at the ford'],
  ],
  [
    'The army said nine men had died, adding that the rebels had fled.',
    ['The army | state | nine men had died', 'The army | state | that the rebels had fled'],
  ],
])('speech in %j', (text, expected) => check(text, expected));

test.each<[string, string[]]>([
  ['“We will hold the line,” says Mbeki.', ['Mbeki | state | “We will hold the line,”']],
  [
    '“They came by night. That is the truth,” Sanda says. “The army fled,” he adds.',
    ['Sanda | state | “They came by night. That is the truth,”', 'he | state | “The army fled,”'],
  ],
  [
    '"We lost two men," the commander said. "They were brave."',
    ['the commander | state | "We lost two men," … "They were brave."'],
  ],
  [
    '"We lost two men," the commander said. "They were brave.\n\n"They fought to the end."\n\nThe town was quiet.',
    ['the commander | state | "We lost two men," … "They were brave. … "They fought to the end."'],
  ],
  [
    'The ministry said in a statement: "Two soldiers died. Five were hurt." It gave no names.',
    ['The ministry | state | "Two soldiers died. Five were hurt."'],
  ],
  [
    'The commander called the raid "a massacre" and accused the army of shelling the camp.',
    ['The commander | state | the raid "a massacre"', 'The commander | accuse | of shelling the camp'],
  ],
])('quotations in %j', (text, expected) => check(text, expected));

test.each<[string, string[]]>([
  ['Then, in 2017, Keita said that 100 men would go.', ['Keita | state | that 100 men would go']],
  ['After 40 men fell on Monday, the army said it had pulled back.', ['the army | state | it had pulled back']],
  [
    'AFP quoted a hospital official as saying 12 people had died.',
    [
      'AFP | state | a hospital official as saying 12 people had died',
      'a hospital official | state | 12 people had died',
    ],
  ],
  [
    'The mayor told the radio that the army says 3 died.',
    ['The mayor | state | that the army says 3 died', 'the army | state | 3 died'],
  ],
  ['He was quoted as saying that the town had fallen.', ['– | state | He', 'He | state | that the town had fallen']],
  ['The rebels are believed to have fled.', ['– | state | The rebels … to have fled']],
  ['It was reported that twelve died.', ['– | state | that twelve died']],
  ['There were reports that twelve died.', ['– | state | that twelve died']],
  ["The army's allegations of looting were false.", ['The army | allege | looting']],
])('words of saying in %j', (text, expected) => check(text, expected));

test.each<[string, string[]]>([
  ['18:40 — State health ministry: 12 dead, 30 wounded.', ['State health ministry | state | 12 dead, 30 wounded']],
  ['Army: 12 killed', ['Army | state | 12 killed']],
  ['12 dead: police', ['police | state | 12 dead']],
  ['Update: 12 killed', []],
  [
    'The Command said in a statement:\n\n1. Two posts were taken.\n\n2. Nine men died.\n\nIt rained.',
    ['The Command | state | 1. Two posts were taken.\n\n2. Nine men died.'],
  ],
])('lines and lists in %j', (text, expected) => check(text, expected));

test.each<[string, string[]]>([
  [
    "Four villagers were hurt, a pastor's assistant told Radio Nord by satellite phone.",
    ["a pastor's assistant | state | Four villagers were hurt"],
  ],
  [
    "PORT LAMU - Shells fell on a market on Thursday, killing eight people, a medical source at the city's main hospital said.",
    [
      "a medical source at the city's main hospital | state | PORT LAMU - Shells fell on a market on Thursday, killing eight people",
    ],
  ],
  [
    'The mission that watches the 2018 truce said on Sunday it was alarmed.',
    ['The mission that watches the 2018 truce | state | it was alarmed'],
  ],
  [
    'Soldiers killed seven of them, the army said Tuesday, rejecting reports that its men had fled.',
    [
      'the army | state | Soldiers killed seven of them',
      'the army | deny | reports that its men had fled',
      '– | state | that its men had fled',
    ],
  ],
  [
    'A mayor gave a higher figure than the nine that the army had admitted.',
    ['A mayor | state | a higher figure than the nine that the army had admitted', 'the army | admit | the nine'],
  ],
  ['Nobody has said who fired.', ['Nobody | not state | who fired']],
  [
    'In the long run, officials say, the raid could hurt.',
    ['officials | state | In the long run … the raid could hurt'],
  ],
  ["Most of them were rebels by the army's count.", ['the army | state | Most of them were rebels']],
  ['“We won,” she said, and left.', ['she | state | “We won,”']],
  [
    'Rebels issued a statement saying that nine men fell.',
    ['Rebels | state | a statement saying that nine men fell', 'Rebels | state | that nine men fell'],
  ],
  ['The minister is expected to announce that the road is open.', []],
])('speakers and reach in %j', (text, expected) => check(text, expected));

test.each<[string, string[]]>([
  ['The ministry said that a mine went off. Nine men died. Nobody knows why.', ['Nine men died.']],
  ['Residents said that a mine went off. Nine men died.', ['–']],
  ['The ministry said that a mine went off.\n\nNine men died.', ['–']],
  ['The ministry said that a mine went off. The army has not answered.', ['–']],
])('what goes on with a report in %j', (text, expected) => {
  const { tokens, sentences } = annotate(text, models);
  const found = findSpeech(treeOf(tokens), sentences, lexicon);
  const words = found.map(({ continued }) =>
    continued === null ? '–' : text.slice(tokens[continued.start].start, tokens[continued.end - 1].end),
  );
  expect(words).toEqual(expected);
});

test('a text without anybody speaking has no speech', () => {
  check('Five people died in the blast on Monday.', []);
});
