import { hashText } from '../../base/hash.ts';
import type { Token } from '../token.ts';
import type { PlaceNaming } from './event-place.ts';
import type { Gazetteer } from './gazetteer.ts';
import { headOf } from './place-role.ts';

/** Slots of hashed features; a power of two. */
export const eventModelSlots = 1 << 16;

/** What stands between a verb and a naming, before it is spelt out as features. */
interface Setting {
  readonly head: Token;
  readonly event: Token;
  readonly lemma: string;
  readonly path: string;
  readonly preposition: string;
  readonly governor: string;
  readonly kind: string;
  readonly side: 'l' | 'r';
  readonly verbs: number;
  readonly commas: number;
  readonly distance: number;
  readonly others: number;
  readonly nearer: number;
  readonly chain: string;
}

/** The slots of what stands between a verb and a naming: the tree path, the words, and what competes with it. */
export function eventFeatures(
  verb: number,
  at: number,
  namings: readonly PlaceNaming[],
  tokens: readonly Token[],
  gazetteer: Gazetteer,
): number[] {
  const setting = settingOf(verb, at, namings, tokens, gazetteer);
  const features = [
    ...pathFeatures(setting, namings[at]),
    ...verbFeatures(setting, verb, tokens),
    ...wordFeatures(setting, at, verb, namings, tokens),
  ];
  return features.map(feature => hashText(feature) & (eventModelSlots - 1));
}

function settingOf(
  verb: number,
  at: number,
  namings: readonly PlaceNaming[],
  tokens: readonly Token[],
  gazetteer: Gazetteer,
): Setting {
  const naming = namings[at];
  const head = headOf(naming, tokens);
  const after = head.index > verb;
  const span = after ? [verb + 1, naming.tokenStart] : [naming.tokenEnd, verb];
  const gap = tokens.slice(Math.max(0, span[0]), Math.max(0, span[1]));
  const others = namings.filter((other, i) => i !== at && kindOf(other, gazetteer) !== 'name');
  const away = Math.abs(naming.tokenStart - verb);
  return {
    head,
    event: tokens[verb],
    lemma: tokens[verb].lemma.toLowerCase(),
    path: pathBetween(head.index, verb, tokens),
    preposition: prepositionOf(naming, head, tokens),
    governor: head.head === head.index ? 'root' : tokens[head.head].lemma.toLowerCase(),
    kind: kindOf(naming, gazetteer),
    side: after ? 'r' : 'l',
    verbs: Math.min(3, gap.filter(token => token.upos === 'VERB').length),
    commas: Math.min(2, gap.filter(token => token.text === ',').length),
    distance: Math.min(6, Math.floor(Math.log2(1 + gap.length))),
    others: Math.min(3, others.length),
    nearer: Math.min(3, others.filter(other => Math.abs(other.tokenStart - verb) < away).length),
    chain: `${joined(naming, namings[at + 1], tokens)}:${joined(namings[at - 1], naming, tokens)}`,
  };
}

/** "Wana, South Waziristan": one naming follows another behind a comma. */
function joined(one: PlaceNaming | undefined, next: PlaceNaming | undefined, tokens: readonly Token[]): boolean {
  return (
    one !== undefined && next !== undefined && next.tokenStart - one.tokenEnd <= 2 && tokens[one.tokenEnd]?.text === ','
  );
}

function pathFeatures(
  { path, preposition, kind, side, distance, governor, verbs, head, commas, nearer, others }: Setting,
  naming: PlaceNaming,
): string[] {
  return [
    'bias',
    `path:${path}`,
    `path:${path}:${preposition}`,
    `path:${path}:${kind}`,
    `prep:${preposition}`,
    `prep:${preposition}:${kind}:${side}`,
    `prep:${preposition}:${distance}:${side}`,
    `prep:${preposition}:${governor}`,
    `prep:${preposition}:${verbs}:${side}`,
    `kind:${kind}`,
    `kind:${kind}:${head.label}`,
    `role:${naming.mention?.role ?? '-'}:${head.label}`,
    `dist:${side}:${distance}:${verbs}`,
    `gap:${side}:${verbs}:${commas}`,
    `near:${nearer}:${others}:${kind}`,
    `near:${nearer}:${side}:${preposition}`,
    `gov:${governor}:${head.label}`,
    `len:${naming.tokenEnd - naming.tokenStart}:${kind}`,
    `alone:${others === 0}:${kind}:${preposition}:${side}`,
  ];
}

function verbFeatures(
  { lemma, preposition, path, kind, side, event, head }: Setting,
  verb: number,
  tokens: readonly Token[],
): string[] {
  const subject = childOf(verb, 'nsubj', tokens);
  return [
    `verb:${lemma}:${preposition}`,
    `verb:${lemma}:${path}`,
    `v:${lemma}`,
    `v:${lemma}:${kind}:${side}`,
    `v:${lemma}:${event.xpos}`,
    `v:${lemma}:${head.head === verb}:${preposition}`,
    `object:${lemma}:${childOf(verb, 'obj', tokens)}`,
    `subject:${lemma}:${subject}`,
    `child:${head.head === verb ? head.label : '-'}:${event.xpos}:${subject}`,
    `text:${event.text}:${preposition}`,
    `vform:${event.xpos}:${event.label}:${side}`,
    `vform:${event.xpos}:${event.label}:${preposition}:${side}`,
  ];
}

function wordFeatures(
  { kind, side, preposition, chain }: Setting,
  at: number,
  verb: number,
  namings: readonly PlaceNaming[],
  tokens: readonly Token[],
): string[] {
  const { tokenStart, tokenEnd } = namings[at];
  const word = (i: number) => tokens[i]?.text.toLowerCase() ?? '-';
  const opens = tokenStart <= verb && tokenStart - firstOf(tokens, verb) <= 2;
  return [
    `order:${Math.min(4, at)}:${Math.min(4, namings.length)}:${side}`,
    `first:${opens}:${preposition}`,
    `chain:${chain}:${kind}`,
    `w-1:${word(tokenStart - 1)}:${side}`,
    `w-2:${word(tokenStart - 2)}:${word(tokenStart - 1)}`,
    `w+1:${word(tokenEnd)}:${kind}`,
    `last:${word(tokenEnd - 1)}`,
  ];
}

/** The lemma of a verb's first object or subject. */
function childOf(verb: number, label: string, tokens: readonly Token[]): string {
  const from = firstOf(tokens, verb);
  for (let i = from; i < tokens.length && tokens[i].sentence === tokens[verb].sentence; i++) {
    if (tokens[i].head === verb && i !== verb && tokens[i].label.startsWith(label))
      return tokens[i].lemma.toLowerCase();
  }
  return '-';
}

function firstOf(tokens: readonly Token[], at: number): number {
  let first = at;
  while (first > 0 && tokens[first - 1].sentence === tokens[at].sentence) first--;
  return first;
}

function kindOf({ mention }: PlaceNaming, gazetteer: Gazetteer): string {
  if (mention === null) return 'name';
  if (mention.role === 'demonym' || mention.role === 'name-part') return mention.role;
  const entry = mention.candidates[0]?.entry;
  if (entry === undefined) return 'name';
  const kind = gazetteer.kind(entry);
  if (kind === 'country' || kind === 'continent') return kind;
  return kind === 'admin1' || kind === 'admin2' ? 'unit' : 'spot';
}

function prepositionOf(naming: PlaceNaming, head: Token, tokens: readonly Token[]): string {
  for (let i = naming.tokenStart - 1; i >= Math.max(0, naming.tokenStart - 6); i--) {
    if (tokens[i].sentence !== head.sentence || tokens[i].upos === 'VERB' || tokens[i].upos === 'PUNCT') break;
    if (tokens[i].upos === 'ADP' || tokens[i].upos === 'SCONJ') return tokens[i].text.toLowerCase();
  }
  return '-';
}

/** Labels up from the name to the common governor and down to the verb, at most six steps. */
function pathBetween(from: number, to: number, tokens: readonly Token[]): string {
  const up = chain(from, tokens);
  const down = chain(to, tokens);
  const meet = up.find(index => down.includes(index));
  if (meet === undefined) return 'apart';
  const rise = up.slice(0, up.indexOf(meet)).map(index => tokens[index].label);
  const fall = down.slice(0, down.indexOf(meet)).map(index => tokens[index].label);
  return rise.length + fall.length > 6 ? 'far' : `${rise.join('<')}|${fall.reverse().join('>')}`;
}

function chain(from: number, tokens: readonly Token[]): number[] {
  const steps = [from];
  for (let at = from; tokens[at].head !== at && steps.length < 12; ) {
    at = tokens[at].head;
    steps.push(at);
  }
  return steps;
}
