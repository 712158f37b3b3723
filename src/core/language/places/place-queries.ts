import type { Token } from '../token.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { PlaceKind } from './gazetteer-format.ts';
import type { NameSpan } from './name-spans.ts';
import type { PlaceQuery } from './resolve-names.ts';

/** How far behind a name the place that holds it may stand: "village in the Achin district of *Nangarhar*". */
const containerGapMax = 5;
const inWords: ReadonlySet<string> = new Set([
  ',',
  'in',
  'of',
  '(',
  'the',
  'northern',
  'southern',
  'eastern',
  'western',
  'central',
]);

/** What the words beside each name ask of its place. */
export function queriesOf(
  names: readonly { readonly span: NameSpan; readonly chance: number }[],
  tokens: readonly Token[],
  gazetteer: Gazetteer,
): PlaceQuery[] {
  return names.map(({ span, chance }, at) => {
    const container = chance > 0.3 ? containerOf(names, at, tokens, gazetteer) : null;
    return {
      key: span.key,
      hits: span.hits,
      chance,
      feature: featureOf(span, tokens, gazetteer),
      withArticle: hasArticle(span, tokens),
      within: container,
      isToldInside: container !== null && isTold(names, at, container, tokens),
    };
  });
}

/** The kind that a word right beside a name says: "Kunar province", "the village of X", "town of X". */
export function featureOf(span: NameSpan, tokens: readonly Token[], gazetteer: Gazetteer): PlaceKind | null {
  const { feature } = gazetteer.words;
  const word = (index: number) =>
    tokens[index]?.sentence === tokens[span.tokenStart].sentence ? tokens[index].text.toLowerCase() : '';
  const after = feature.get(word(span.tokenEnd));
  if (after && !(after === 'town' && word(span.tokenEnd + 1) === 'of')) return after;
  if (word(span.tokenStart - 1) === 'of') return feature.get(word(span.tokenStart - 2)) ?? null;
  const before = feature.get(word(span.tokenStart - 1));
  return before === 'lake' || before === 'river' || before === 'mountain' || before === 'camp' ? before : null;
}

/** The next name, where only commas, prepositions and kind words stand between: "Spin Boldak in Kandahar province". */
function containerOf(
  names: readonly { readonly span: NameSpan; readonly chance: number }[],
  at: number,
  tokens: readonly Token[],
  gazetteer: Gazetteer,
): number | null {
  const { span } = names[at];
  const next = names[at + 1];
  const gap = next ? tokens.slice(span.tokenEnd, next.span.tokenStart) : [];
  const fits =
    next && next.chance > 0.3 && gap.length > 0 && gap.length <= containerGapMax && next.span.key !== span.key;
  // "Near Wana, Pakistani troops": behind a comma an adjective opens another phrase.
  const apart = next?.span.hits.every(({ match }) => match === 'demonym') && gap.some(({ text }) => text === ',');
  if (
    fits &&
    !apart &&
    gap.every(token => bridges(token, gazetteer)) &&
    gap.some(token => inWords.has(token.text.toLowerCase()))
  )
    return at + 1;
  const last = names[at - 1];
  if (!last || last.chance <= 0.3 || last.span.key === span.key) return null;
  const between = tokens.slice(last.span.tokenEnd, span.tokenStart);
  const owned = between.length > 0 && between.length <= 3 && between.some(token => /^['’]s$/.test(token.text));
  return owned && between.every(token => /^['’]s$/.test(token.text) || bridges(token, gazetteer)) ? at - 1 : null;
}

/**
 * Whether the words say "in": "Wana in South Waziristan", "Wana, South Waziristan" outside a list. In "Diffa, Lac and Borno"
 * a comma says nothing.
 */
function isTold(
  names: readonly { readonly span: NameSpan }[],
  at: number,
  container: number,
  tokens: readonly Token[],
): boolean {
  const [inner, outer] = [names[at].span, names[container].span];
  const gap = tokens.slice(inner.tokenEnd, outer.tokenStart).map(token => token.text.toLowerCase());
  if (gap.includes('in') || gap.includes('of')) return true;
  const listed =
    tokens[outer.tokenEnd]?.text === 'and' ||
    (tokens[outer.tokenEnd]?.text === ',' && /^(?:and|\p{Lu})/u.test(tokens[outer.tokenEnd + 1]?.text ?? ''));
  return (
    container > at &&
    !listed &&
    tokens[inner.tokenStart - 1]?.text !== ',' &&
    tokens[inner.tokenStart - 1]?.text !== 'and'
  );
}

/** "across the Dnepr": an article, and no noun behind that it could belong to. */
function hasArticle(span: NameSpan, tokens: readonly Token[]): boolean {
  if (tokens[span.tokenStart - 1]?.text.toLowerCase() !== 'the') return false;
  return (
    !['NOUN', 'PROPN', 'ADJ', 'PART'].includes(tokens[span.tokenEnd]?.upos ?? '') &&
    !/^\p{Pd}$/u.test(tokens[span.tokenEnd]?.text ?? '')
  );
}

function bridges(token: Token, gazetteer: Gazetteer): boolean {
  const word = token.text.toLowerCase();
  return inWords.has(word) || gazetteer.words.feature.has(word) || gazetteer.words.part.has(word);
}
