/** Spellings that transliteration confuses, each with the one that stands for all of them; applied in this order. */
const confusions: readonly (readonly [RegExp, string])[] = [
  [/(.)\1+/g, '$1'],
  [/dj|zh/g, 'j'],
  [/ck|q/g, 'k'],
  [/ph/g, 'f'],
  [/(?:ou|oo|u|o)/g, 'o'],
  [/(?:ee|ea|ie|ey|ei|iy|y|e|i)+/g, 'i'],
  [/w/g, 'v'],
  [/([^aio])h(?=[^aio]|$)/g, '$1'],
  [/ah?$|h$/g, ''],
  [/(.)\1+/g, '$1'],
];

/**
 * How a folded name sounds, roughly: `Chamman` as `Chaman`, `Qonduz` as `Kunduz`, `Myrnograd` as `Mirnograd`.
 * It only proposes: the resolver says "spelt like" and asks for more evidence.
 */
export function roughName(key: string): string {
  let rough = key.replace(/^al(?=.{4})/, '');
  for (const [pattern, stand] of confusions) rough = rough.replace(pattern, stand);
  return rough;
}
