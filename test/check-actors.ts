import { expect } from 'vitest';
import { type ActorContext, type ActorMention, findActors } from '../src/core/language/actors/find-actors.ts';
import { plainDoc, shippedRegister } from './actor-register.ts';

const register = shippedRegister();

/** Expects exactly these mentions of a text, each as `words → actor`, an actor without an id in quotation marks. */
export function checkActors(text: string, expected: readonly string[], context: ActorContext = {}): void {
  const mentions = findActors({ ...plainDoc(text), context }, register);
  expect(mentions.map(mention => shown(text, mention))).toEqual(expected);
}

function shown(text: string, { span, ref }: ActorMention): string {
  return `${text.slice(span.start, span.end)} → ${ref.id === null ? `“${ref.name}”` : ref.name}`;
}
