import { FUNCTION_WORDS } from './function-words.ts';

/** What the words tell about the language of a text. */
export interface LanguageGuess {
  /** ISO 639-1 (639-3 where there is none), null where it cannot be told which. */
  readonly language: string | null;
  /** Whether it is certainly none of those that casus codes. Unsure where there are too few words. */
  readonly certainty: 'coded' | 'not-coded' | 'uncertain';
}

/** Languages that the coder reads. */
const CODED: readonly string[] = ['en'];

const SAMPLE_LENGTH = 20_000;
/** Running text has one function word in six or more; telegrams and lists of names have fewer. */
const SHARE_MIN = 1 / 12;
const WORDS_SURE = 25;
/** How much more of the words of another language must fit before it is taken over a coded one. */
const LEAD_MIN = 1.3;

/** Scripts that one language, or mainly one, is written in. Japanese comes before Chinese: both use Han letters. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Kannada}/gu, 'kn'],
  [/\p{Script=Malayalam}/gu, 'ml'],
  [/\p{Script=Sinhala}/gu, 'si'],
];

/** Scripts of several languages, and letters that only some of them use, the rarer first. */
const SHARED_SCRIPTS: readonly (readonly [RegExp, readonly (readonly [RegExp, string])[]])[] = [
  [
    /\p{Script=Arabic}/gu,
    [
      [/[ټډړښڼ]/u, 'ps'],
      [/[ٹڈڑے]/u, 'ur'],
      [/[پچژگ]/u, 'fa'],
      [/[ةىأإ]/u, 'ar'],
    ],
  ],
  [
    /\p{Script=Cyrillic}/gu,
    [
      [/ў/iu, 'be'],
      [/[їєґ]/iu, 'uk'],
      [/[ѓќѕ]/iu, 'mk'],
      [/[ђћџ]/iu, 'sr'],
      [/[қғұ]/iu, 'kk'],
      [/[ыэё]/iu, 'ru'],
      [/[ъщ]/iu, 'bg'],
    ],
  ],
  [/\p{Script=Devanagari}/gu, [[/ळ/u, 'mr']]],
  [/\p{Script=Ethiopic}/gu, [[/[ኸቐ]/u, 'ti']]],
];

/** Tells the language of a text by its script, and in Latin letters by its commonest words. Own names do not count. */
export function identifyLanguage(text: string): LanguageGuess {
  const sample = text.slice(0, SAMPLE_LENGTH);
  return byScript(sample) ?? byWords(sample);
}

function byScript(sample: string): LanguageGuess | null {
  // Plain letters are most: the rest is counted by its own, because patterns of Unicode are slow.
  const rest = (sample.match(/[^\0-\x7f]+/g) ?? []).join('');
  const latin = count(sample, /[A-Za-z]+/g) + count(rest, /\p{Script=Latin}/gu);
  const letters = latin + count(rest, /(?!\p{Script=Latin})\p{L}/gu);
  if (latin * 2 >= letters) return null;
  for (const [script, language] of SCRIPTS) {
    // Japanese is told by its own letters even where most are Han.
    if (count(sample, script) > letters * (language === 'ja' ? 0.1 : 0.5)) return { language, certainty: 'not-coded' };
  }
  const shared = SHARED_SCRIPTS.find(([script]) => count(sample, script) > letters / 2);
  const language = shared?.[1].find(([own]) => own.test(sample))?.[1] ?? null;
  return { language, certainty: 'not-coded' };
}

function byWords(sample: string): LanguageGuess {
  const words =
    sample
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}']+/gu) ?? [];
  const counts = FUNCTION_WORDS.map(() => 0);
  for (const word of words) for (const language of LANGUAGES_OF.get(word) ?? []) counts[language] += 1;
  const shares = FUNCTION_WORDS.map(([language], i) => ({ language, share: counts[i] / words.length })).sort(
    (a, b) => b.share - a.share,
  );
  const [best] = shares;
  const coded = shares.find(({ language }) => CODED.includes(language));
  const sure = words.length >= WORDS_SURE;
  if (best === undefined || coded === undefined || words.length === 0)
    return { language: null, certainty: 'uncertain' };
  if (coded.share >= SHARE_MIN && coded.share * LEAD_MIN >= best.share)
    return { language: coded.language, certainty: 'coded' };
  if (best !== coded && best.share >= SHARE_MIN && best.share > coded.share * LEAD_MIN) {
    return sure ? { language: best.language, certainty: 'not-coded' } : { language: null, certainty: 'uncertain' };
  }
  return { language: null, certainty: sure && coded.share < SHARE_MIN / 2 ? 'not-coded' : 'uncertain' };
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const [run] of text.matchAll(pattern)) found += pattern.unicode ? 1 : run.length;
  return found;
}

/** Each function word with the languages that have it, by their places in `FUNCTION_WORDS`. */
const LANGUAGES_OF: ReadonlyMap<string, readonly number[]> = languagesOfWords();

function languagesOfWords(): Map<string, number[]> {
  const languages = new Map<string, number[]>();
  for (const [i, [, list]] of FUNCTION_WORDS.entries()) {
    for (const word of new Set(list.split(' '))) languages.set(word, [...(languages.get(word) ?? []), i]);
  }
  return languages;
}
