import type { NumberLexicon } from './number-lexicon.ts';

/** What a number stands for. Only a `count` can become a casualty figure or a strength. */
export type NumberMeaning =
  | 'count'
  | 'age'
  | 'area'
  | 'calibre'
  | 'clock'
  | 'date'
  | 'distance'
  | 'label'
  | 'measure'
  | 'money'
  | 'percent'
  | 'rate'
  | 'score'
  | 'time'
  | 'volume'
  | 'weight';

const MEANINGS: readonly NumberMeaning[] = [
  'age',
  'area',
  'calibre',
  'clock',
  'distance',
  'label',
  'measure',
  'money',
  'percent',
  'rate',
  'time',
  'volume',
  'weight',
];

/**
 * Decides what a number is from the words beside it (codebook §5.5): "12 km" is a distance, "aged 12" an age, "Rs 12" money,
 * "Resolution 1701" a label, "a woman, 34," an age, "101-64" a score.
 */
export function numberMeaning(
  tokens: readonly { readonly text: string; readonly start: number; readonly end: number }[],
  words: readonly string[],
  numeral: { readonly start: number; readonly end: number },
  tokenStart: number,
  tokenEnd: number,
  lexicon: NumberLexicon,
): NumberMeaning {
  if (isListMark(tokens, words, numeral)) return 'label';
  const next = words[tokenEnd] === '-' ? tokenEnd + 1 : tokenEnd;
  if (isAge(words, numeral, next) || isAgeOf(words, numeral)) return 'age';
  // "three in four", "one out of ten": a share.
  if (isShare(words, numeral.end, lexicon)) return 'rate';
  const after = lexicon.unitsAfter.get(words[next] ?? '');
  if (after !== undefined && !(words[next] === 'm' && next !== tokenEnd)) return known(after);
  if (isScore(tokens, numeral)) return 'score';
  const label = lexicon.unitsBefore.get(words[tokenStart - 1] ?? '');
  if (label === undefined) return isCommaAge(words, numeral) ? 'age' : 'count';
  // "In the sector 12 people died" is a count: a label needs a capital or an abbreviation before the number.
  const marked = label !== 'label' || /^[A-Z]/.test(tokens[tokenStart - 1].text) || words[tokenStart - 1] === 'number';
  return marked && tokenStart === numeral.start ? known(label) : 'count';
}

/** "2. According to …": the number of a paragraph. */
function isListMark(
  tokens: readonly { readonly text: string }[],
  words: readonly string[],
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const opens = start === 0 || /^[.:;!?]$/.test(words[start - 1]);
  const marks = end === start + 1 && /^\d{1,2}$/.test(words[start]) && /^[.)]$/.test(words[end] ?? '');
  return opens && marks && /^\p{Lu}/u.test(tokens[end + 1]?.text ?? '');
}

/** "16 and 17 years old", "a 34-year-old", "boy of 12" stays with the comma rule. */
function isAge(words: readonly string[], numeral: { readonly end: number }, next: number): boolean {
  const unit = words[next] ?? '';
  if (/^(?:year|month|week|day)s?$/.test(unit)) {
    const gap = words[next + 1] === '-' ? next + 2 : next + 1;
    return words[gap] === 'old' || words[gap] === 'olds';
  }
  // "16 and 17 years old": the first of two ages.
  const joined = words[numeral.end] === 'and' || words[numeral.end] === 'or';
  return joined && /^(?:year|month)s?$/.test(words[numeral.end + 2] ?? '') && words[numeral.end + 3] === 'old';
}

/** "a man of 61 and", "his grandson of about 10,": a singular noun, "of" and a number that no noun follows. */
function isAgeOf(words: readonly string[], numeral: { readonly start: number; readonly end: number }): boolean {
  let at = numeral.start - 1;
  if (/^(?:about|some|around)$/.test(words[at] ?? '')) at -= 1;
  if (words[at] !== 'of' || !/^(?:an?|his|her|their|the|one|another)$/.test(words[at - 2] ?? '')) return false;
  return /^(?:[,.;:)]|who|and|was|were|is|has|had|from|at)$/.test(words[numeral.end] ?? '.');
}

function isShare(words: readonly string[], end: number, lexicon: NumberLexicon): boolean {
  const from = words[end] === 'in' ? end + 1 : words[end] === 'out' && words[end + 1] === 'of' ? end + 2 : -1;
  const whole = from < 0 ? undefined : lexicon.numerals.get(words[from] ?? '');
  // "killed five in two attacks" counts attacks.
  return whole?.kind === 'unit' && !(words[from + 1] ?? '').endsWith('s');
}

/** "a woman, 34, was": a number alone between two commas after a noun. */
function isCommaAge(words: readonly string[], numeral: { readonly start: number; readonly end: number }): boolean {
  const alone = numeral.end - numeral.start === 1 && /^\d{1,2}$/.test(words[numeral.start]);
  return alone && words[numeral.start - 1] === ',' && /^[,.;)]$/.test(words[numeral.end] ?? '.');
}

/** "24-2" glued together: a score or a vote. A range of people is written with the larger number last. */
function isScore(
  tokens: readonly { readonly text: string; readonly start: number; readonly end: number }[],
  numeral: { readonly start: number; readonly end: number },
): boolean {
  const dash = tokens[numeral.end];
  const second = tokens[numeral.end + 1];
  const glued = dash !== undefined && second !== undefined && /^[-–]$/.test(dash.text) && /^\d+$/.test(second.text);
  const before = tokens[numeral.start - 1];
  const closes =
    before !== undefined && /^[-–]$/.test(before.text) && /^\d+$/.test(tokens[numeral.start - 2]?.text ?? '');
  return (
    (glued && tokens[numeral.end - 1].end === dash.start && dash.end === second.start) ||
    (closes && before.end === tokens[numeral.start].start)
  );
}

function known(unit: string): NumberMeaning {
  const meaning = MEANINGS.find(name => name === unit);
  if (meaning === undefined) throw new Error(`units.tsv: unknown unit ${unit}`);
  return meaning;
}
