import { test } from 'vitest';
import { checkActors } from '../../../../test/check-actors.ts';
import type { ActorContext } from './find-actors.ts';

/** Names and words that several actors share, decided by the document, its day, its places and its publisher. */
const CASES: readonly {
  readonly text: string;
  readonly expected: readonly string[];
  readonly context?: ActorContext;
}[] = [
  { text: 'The PDF was attached to the mail.', expected: ['PDF → “PDF”'] },
  { text: 'The Rangers won 3-1 in Glasgow.', expected: ['Rangers → “Rangers”'] },
  {
    text: 'Taliban gunmen shot two policemen in Bannu. Pakistani officials blamed the Taliban.',
    expected: [
      'Taliban gunmen → Tehrik-i-Taliban Pakistan',
      'policemen → Police Forces of Pakistan',
      'Pakistani officials → “Pakistani officials”',
      'Taliban → Tehrik-i-Taliban Pakistan',
    ],
  },
  {
    text: 'Kabul denied it. The Taliban said no fighter had crossed, and Pakistani Taliban claimed the raid.',
    expected: [
      'Kabul → Taliban Government of Afghanistan',
      'Taliban → Taliban Government of Afghanistan',
      'fighter → “fighter”',
      'Pakistani Taliban → Tehrik-i-Taliban Pakistan',
    ],
  },
  {
    text: 'Kabul said the Taliban had killed nine Afghan soldiers.',
    context: { publishedAt: '2019-05-02' },
    expected: [
      'Kabul → Government of Afghanistan',
      'Taliban → Taliban',
      'Afghan soldiers → Military Forces of Afghanistan',
    ],
  },
  {
    text: 'The ADF killed nine farmers near Beni in DR Congo.',
    expected: ['ADF → Allied Democratic Forces', 'farmers → Civilians'],
  },
  {
    text: 'Australia said the ADF would send two ships.',
    expected: ['Australia → Government of Australia', 'ADF → Military Forces of Australia'],
  },
  {
    text: 'The AFP said three soldiers died in Sulu, in the southern Philippines.',
    expected: ['AFP → Military Forces of the Philippines', 'soldiers → Military Forces of the Philippines'],
  },
  { text: 'The fire started at noon, AFP reported from Madrid.', expected: ['AFP → Agence France-Presse'] },
  {
    text: 'Khawarij attacked an army base near Mogadishu, the Somali government said.',
    expected: [
      'Khawarij → Al Shabaab',
      'army → Military Forces of Somalia',
      'Somali government → Government of Somalia',
    ],
  },
  {
    text: 'The army took the hill.',
    context: { publisherCountry: 'MLI' },
    expected: ['army → Military Forces of Mali'],
  },
  { text: 'The army took the hill.', expected: ['army → “army”'] },
  {
    text: 'The army took the hill.',
    context: { publisher: 'Malijet' },
    expected: ['army → Military Forces of Mali'],
  },
  {
    text: 'Our forces took the hill.',
    // FIXME: several actors share "SDF"; the countries of the report could decide.
    context: { publisher: 'SDF Media Center' },
    expected: ['forces → “forces”'],
  },
  {
    text: 'Our forces took the hill.',
    context: { publisher: 'Hamas Media Office' },
    expected: ['forces → Hamas'],
  },
  {
    text: 'Our forces took the hill.',
    context: { publisher: 'Hamas Watch' },
    expected: ['forces → “forces”'],
  },
  {
    text: 'The governor of Belgorod spoke after Ukrainian shelling, and Ukrainian drones came too.',
    context: { places: [{ start: 16, end: 24, country: 'RUS' }] },
    expected: [
      'governor → Government of Russia',
      'Ukrainian shelling → Military Forces of Ukraine',
      'Ukrainian drones → Military Forces of Ukraine',
    ],
  },
];

test.each(CASES)('$text', ({ text, expected, context }) => {
  checkActors(text, expected, context);
});
