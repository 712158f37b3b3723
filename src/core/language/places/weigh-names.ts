import type { Token } from '../token.ts';
import { isSettlement } from './containment.ts';
import type { Gazetteer } from './gazetteer.ts';
import { classifyName, nameClasses } from './name-classes.ts';
import { isCapitalised, type NameSpan } from './name-spans.ts';

/** A known name with what the document as a whole makes of it. */
export interface WeighedName {
  readonly span: NameSpan;
  /** How likely it means a place (or an adjective of one). */
  readonly chance: number;
  /** Whether it stands inside a longer proper name, of an organisation say. */
  readonly part: boolean;
}

const place = nameClasses.indexOf('place');
const demonym = nameClasses.indexOf('demonym');
const organisation = nameClasses.indexOf('organisation');
const person = nameClasses.indexOf('person');
const certain = 0.95;

/** Weighs every known name, first on its own sentence, then by how the same name is used in the rest of the text. */
export function weighNames(spans: readonly NameSpan[], tokens: readonly Token[], gazetteer: Gazetteer): WeighedName[] {
  const own = spans.map(span => weighOne(span, tokens, gazetteer));
  own.forEach((name, at) => {
    if (isStretch(name.span, spans[at + 1], tokens, gazetteer))
      for (const end of [name, own[at + 1]]) end.odds = Math.max(end.odds, 2);
  });
  const uses = new Map<string, { places: number; persons: number; count: number }>();
  own.forEach(({ span, odds, persons }) => {
    const use = uses.get(span.key) ?? { places: 0, persons: 0, count: 0 };
    uses.set(span.key, {
      places: Math.max(use.places, odds),
      persons: Math.max(use.persons, persons),
      count: use.count + 1,
    });
  });
  return own.map(({ span, odds, persons, part }) => {
    const use = uses.get(span.key) ?? { places: odds, persons, count: 1 };
    // A surname stays one where it stands alone; a town stays one where a sentence tells little.
    const turned = use.persons > 1.5 && use.persons > use.places ? odds - 1 : use.places > 2 ? odds + 0.7 : odds;
    return { span, part, chance: 1 / (1 + Math.exp(-turned)) };
  });
}

function weighOne(
  span: NameSpan,
  tokens: readonly Token[],
  gazetteer: Gazetteer,
): { span: NameSpan; odds: number; persons: number; part: boolean } {
  if (span.hits.length === 0 || span.key.startsWith('^') || isDateline(span, tokens))
    return { span, odds: 4, persons: -4, part: false };
  const shares = classifyName(tokens, span, gazetteer);
  const inside = isInside(span, tokens);
  const ofStreet =
    gazetteer.words.street.has(tokens[span.tokenEnd]?.text.toLowerCase()) && isCapitalised(tokens[span.tokenEnd]);
  // A country that stands alone is the country, also where it acts like an organisation.
  const acts = inside ? 0 : mayAct(span, gazetteer) ? 1 : 0.3;
  const chance = ofStreet ? 0.02 : shares[place] + shares[demonym] + acts * shares[organisation];
  // "Wana bazaar", "the village of Wana": a small word of place beside a name says more than its sentence.
  const told =
    ofStreet || inside ? 0 : (namesKind(span, tokens, gazetteer) ? 3 : 0) + recordOf(span, shares[person], gazetteer);
  const part = !ofStreet && inside && shares[organisation] > 0.3 && shares[organisation] > shares[person];
  return { span, odds: logit(chance) + told, persons: logit(shares[person]), part };
}

/** "the Gao–Ansongo road": both ends are places, whatever else they may be called after. */
function isStretch(a: NameSpan, b: NameSpan | undefined, tokens: readonly Token[], gazetteer: Gazetteer): boolean {
  if (!b || b.tokenStart !== a.tokenEnd + 1 || !/^\p{Pd}$/u.test(tokens[a.tokenEnd].text)) return false;
  const word = tokens[b.tokenEnd]?.text.toLowerCase() ?? '';
  return gazetteer.words.road.has(word) || gazetteer.words.border.has(word);
}

/** Countries, provinces and great cities act and speak; other names that do so are of organisations or persons. */
function mayAct(span: NameSpan, gazetteer: Gazetteer): boolean {
  return span.hits.some(({ entry }) => {
    const kind = gazetteer.kind(entry);
    return kind === 'country' || kind === 'admin1' || kind === 'capital' || gazetteer.weight(entry).people > 18;
  });
}

/** What the record of fighting and the kind of a name's places add: "Durand Line" is nothing else. */
function recordOf({ hits, tokenStart, tokenEnd }: NameSpan, personal: number, gazetteer: Gazetteer): number {
  if (personal > 0.5 || hits.some(hit => hit.match === 'variant')) return 0;
  const natural = tokenEnd - tokenStart > 1 && hits.every(({ entry }) => !isSettlement(gazetteer.kind(entry)));
  const events = Math.max(...hits.map(({ entry }) => gazetteer.weight(entry).events));
  return (natural ? 2.5 : 0) + Math.min(1.5, 0.25 * events);
}

function namesKind(span: NameSpan, tokens: readonly Token[], { words }: Gazetteer): boolean {
  const after = tokens[span.tokenEnd]?.text ?? '';
  if (words.feature.has(after) || words.border.has(after)) return true;
  return tokens[span.tokenStart - 1]?.text === 'of' && words.feature.has(tokens[span.tokenStart - 2]?.text ?? '');
}

/** Whether capitalised words beside a name make one longer name with it. */
function isInside(span: NameSpan, tokens: readonly Token[]): boolean {
  const first = tokens[span.tokenStart];
  const before = tokens[span.tokenStart - 1];
  const after = tokens[span.tokenEnd];
  if (isCapitalised(after) && after.sentence === first.sentence) return true;
  if (before === undefined || before.sentence !== first.sentence) return false;
  const ofName = /^(?:of|for|&)$/.test(before.text) && isCapitalised(tokens[span.tokenStart - 2]);
  return ofName || (isCapitalised(before) && before.sentence === tokens[span.tokenStart - 2]?.sentence);
}

/** "BEIRUT (AP) –", "COLUMBUS, Ohio –": capitals at the start of a paragraph, and a sign that ends the line. */
function isDateline(span: NameSpan, tokens: readonly Token[]): boolean {
  const first = tokens[span.tokenStart];
  const before = tokens[span.tokenStart - 1];
  if (before !== undefined && before.sentence === first.sentence) return false;
  for (let i = span.tokenStart; i < span.tokenEnd; i++)
    if (tokens[i].text !== tokens[i].text.toUpperCase()) return false;
  return (
    first.text.length > 2 &&
    tokens.slice(span.tokenEnd, span.tokenEnd + 6).some(token => /^(?:[–—(]|-{1,3}|\p{Pd})$/u.test(token.text))
  );
}

function logit(chance: number): number {
  const kept = Math.min(certain, Math.max(1 - certain, chance));
  return Math.log(kept / (1 - kept));
}
