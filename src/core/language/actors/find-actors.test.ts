import { expect, test } from 'vitest';
import { plainDoc, shippedRegister } from '../../../../test/actor-register.ts';
import { type ActorMention, findActors } from './find-actors.ts';

const register = shippedRegister();

/** A text and every mention in it as `words → actor`, an actor without an id in quotation marks. */
const CASES: readonly (readonly [string, ...string[]])[] = [
  [
    'Pakistani troops killed nine militants near Miranshah.',
    'Pakistani troops → Military Forces of Pakistan',
    'militants → “militants”',
  ],
  ['Taliban fighters left at dawn.', 'Taliban fighters → Taliban Government of Afghanistan'],
  ['The Russian-installed administration said so.', 'Russian-installed administration → Government of Russia'],
  ['Officials in Kabul said the border was closed.', 'Officials → “Officials”'],
  ['Is that so, asked a man. IS did not say.', 'man → “man”', 'IS → Islamic State'],
  ['The armed forces of Ukraine fell back.', 'armed forces of Ukraine → Military Forces of Ukraine'],
  ['The Kremlin said nothing.', 'Kremlin → Government of Russia'],
];

test.each(CASES)('%s', (text, ...expected) => {
  check(text, expected);
});

function check(text: string, expected: readonly string[]): void {
  const mentions = findActors(plainDoc(text), register);
  expect(mentions.map(mention => shown(text, mention))).toEqual(expected);
}

function shown(text: string, { span, ref }: ActorMention): string {
  return `${text.slice(span.start, span.end)} → ${ref.id === null ? `“${ref.name}”` : ref.name}`;
}
