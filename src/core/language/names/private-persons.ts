import type { Span } from '../../model/span.ts';
import type { ActorMention } from '../actors/actor-mention.ts';
import type { Token } from '../token.ts';
import type { NameMention } from './name-mention.ts';

/**
 * The spans of a text that name private persons: names of persons that nowhere in the text stand with an office that
 * speaks for a body ("Defence Minister Ana Lomu" is public, and so is "Lomu" after her; "Dr Ana Lomu of the hospital" and
 * every victim are private). When in doubt a name is private. In the order of the text.
 */
export function privatePersons(
  tokens: readonly Token[],
  names: readonly NameMention[],
  actors: readonly ActorMention[],
): readonly Span[] {
  const persons = names.filter(({ kind }) => kind === 'PER');
  const publicNames = new Set(
    persons.filter(name => actors.some(actor => isOfficeOf(actor, name))).map(name => lastWord(tokens, name)),
  );
  return persons.filter(name => !publicNames.has(lastWord(tokens, name))).map(({ span }) => span);
}

/** An office of a known body that the name stands in. */
function isOfficeOf({ form, ref, anonymous, tokenStart, tokenEnd }: ActorMention, name: NameMention): boolean {
  const overlaps = tokenStart < name.tokenEnd && name.tokenStart < tokenEnd;
  return overlaps && form === 'office' && ref.id !== null && anonymous !== true;
}

function lastWord(tokens: readonly Token[], { tokenEnd }: NameMention): string {
  return tokens[tokenEnd - 1]?.text.toLowerCase() ?? '';
}
