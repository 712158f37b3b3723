import type { Context } from '../context.ts';

/** A noun phrase that may name an actor, a place or a thing: its head and its words without what follows the head. */
export interface Nominal {
  readonly head: number;
  readonly start: number;
  readonly end: number;
  /** What it names, as far as the layers of the document tell. */
  readonly kind: string;
}

/** The noun phrases of a sentence in text order, names inside other phrases ("ISIL positions") among them. */
export function nominalsOf(context: Context, sentenceStart: number, sentenceEnd: number): readonly Nominal[] {
  const { tokens } = context.tree;
  const found: Nominal[] = [];
  for (let i = sentenceStart; i < sentenceEnd; i += 1) {
    const { upos, label } = tokens[i];
    if (context.dateAt[i] !== null) continue;
    if (label === 'flat' || label === 'fixed') continue;
    const inside = /^(?:compound|amod)$/.test(label);
    if (inside ? !endsName(context, i) : !/^(?:NOUN|PROPN|PRON)$/.test(upos)) continue;
    const start = inside
      ? (context.actorAt[i]?.tokenStart ?? context.placeAt[i]?.tokenStart ?? i)
      : phraseStart(context, i);
    found.push({ head: i, start, end: inside ? i + 1 : phraseEnd(context, i), kind: kindOf(context, i) });
  }
  return found;
}

/** Whether a token is the last one of an actor's or place's name. */
function endsName({ actorAt, placeAt }: Context, i: number): boolean {
  return actorAt[i]?.tokenEnd === i + 1 || placeAt[i]?.tokenEnd === i + 1;
}

function phraseStart({ tree }: Context, head: number): number {
  let start = head;
  while (start > 0) {
    const { label, head: governor, sentence } = tree.tokens[start - 1];
    const inside = governor >= start && governor <= head && INSIDE.has(label);
    if (!inside || sentence !== tree.tokens[head].sentence) break;
    start -= 1;
  }
  while (start < head && OUTSIDE.has(tree.tokens[start].label)) start += 1;
  return start;
}

/** Behind a head only the rest of its own name belongs to the phrase: "Ansar | Dine". */
function phraseEnd({ tree }: Context, head: number): number {
  let end = head + 1;
  while (tree.tokens[end]?.label === 'flat' && tree.tokens[end].head === head) end += 1;
  return end;
}

const OUTSIDE: ReadonlySet<string> = new Set(['case', 'punct']);
const INSIDE: ReadonlySet<string> = new Set(['det', 'compound', 'amod', 'nummod', 'flat', 'punct', 'nmod', 'case']);

function kindOf({ actorAt, placeAt, tree, codebook }: Context, i: number): string {
  const actor = actorAt[i];
  if (actor != null) return ACTOR_KIND[actor.ref.kind ?? ''] ?? actor.status ?? 'body';
  if (placeAt[i] != null) return 'place';
  const { upos, lemma } = tree.tokens[i];
  if (upos === 'PRON') return 'pronoun';
  if (codebook.nouns.weapon.has(lemma)) return 'weapon';
  if (codebook.nouns.territory.has(lemma)) return 'place';
  if (codebook.nouns.thing.has(lemma)) return 'thing';
  return upos === 'PROPN' ? 'name' : 'noun';
}

const ACTOR_KIND: Readonly<Record<string, string>> = {
  government: 'state',
  military: 'force',
  police: 'force',
  'armed-group': 'group',
  militia: 'group',
  civilians: 'civilians',
  office: 'person',
  person: 'person',
};
