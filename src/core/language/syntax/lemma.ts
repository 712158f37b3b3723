/** Words whose lemma the rules get wrong: `form|XPOS`, the form in lower case → lemma. Learnt from the treebanks. */
export type LemmaExceptions = ReadonlyMap<string, string>;

/** The dictionary form of a word: what the exceptions say, else what the ending and the fine tag say. Names stay as written. */
export function lemmatize(form: string, upos: string, xpos: string, exceptions: LemmaExceptions): string {
  const known = upos === 'PROPN' ? undefined : exceptions.get(`${form.toLowerCase()}|${xpos}`);
  return known ?? lemmaByRule(form, upos, xpos);
}

/** The rules alone; the trainer keeps as exceptions what they get wrong. */
export function lemmaByRule(form: string, upos: string, xpos: string): string {
  const lower = form.toLowerCase();
  if (upos === 'PROPN') return xpos === 'NNPS' ? singular(form) : form;
  switch (xpos) {
    case 'NNS':
      return singular(lower);
    case 'VBZ':
      return singular(lower);
    case 'VBD':
    case 'VBN':
      return lower.endsWith('ied') && lower.length > 4 ? `${lower.slice(0, -3)}y` : withoutEnding(lower, 'ed');
    case 'VBG':
      return withoutEnding(lower, 'ing');
    case 'JJR':
    case 'RBR':
      return lower.endsWith('ier') ? `${lower.slice(0, -3)}y` : withoutEnding(lower, 'er');
    case 'JJS':
    case 'RBS':
      return lower.endsWith('iest') ? `${lower.slice(0, -4)}y` : withoutEnding(lower, 'est');
    default:
      return xpos === 'NNP' ? form : lower;
  }
}

function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z|o)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** The stem before a verb's or an adjective's ending: `planned` → plan, `moved` → move, `attacked` → attack. */
function withoutEnding(word: string, ending: string): string {
  if (!word.endsWith(ending) || word.length < ending.length + 2) return word;
  const stem = word.slice(0, -ending.length);
  if (/([bdfgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return wantsE(stem) ? `${stem}e` : stem;
}

/** Whether a stem has lost a silent e: after c, v, s, z, u, after a single consonant and single vowel, after -at, -ng. */
function wantsE(stem: string): boolean {
  if (/(?:[cvzu]|[^s]s|dg|[bcdfgkpt]l|[^aeiou]at|[aeiou]at|ang|eng|ir|ur)$/.test(stem))
    return !/(?:ow|ew|ay|oy)$/.test(stem);
  return /(?:^|[^aeiou])[aeiou][bdfgkmnprt]$/.test(stem) && stem.length <= 4;
}
