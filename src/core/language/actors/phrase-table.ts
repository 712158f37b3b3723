import { type Atom, atomsOf, isAcronym, isCapital } from './atoms.ts';
import type { Entry, Sense } from './sense.ts';

/** Phrases by the keys of their atoms, with the length of the longest phrase that each first atom begins. */
export class PhraseTable {
  readonly #entries = new Map<string, Entry[]>();
  readonly #longest = new Map<string, number>();

  /** Adds a phrase as data writes it. A leading "the" is left out, for the text's own does not count either. */
  add(phrase: string, sense: Sense, caseRule: 'any' | 'as-written'): void {
    const bare = phrase.startsWith('the ') || phrase.startsWith('The ') ? phrase.slice(4) : phrase;
    const written = caseRule === 'as-written';
    const capital = isCapital(bare);
    const article = bare !== phrase && !capital && !/[ -]/.test(bare);
    if (SIMPLE.test(bare)) {
      const key = bare.toLowerCase().replaceAll('-', ' ');
      const exact = written && MAYBE_ACRONYM.test(bare) ? exactOf(bare.split(/[ -]/)) : null;
      this.#put(key, { sense, capital: written && capital, exact, brackets: false, article });
      return;
    }
    const atoms = atomsOf(bare);
    const exact = written ? exactOf(atoms.map(({ raw }) => raw)) : null;
    const brackets = atoms.some(({ opened }, i) => i > 0 && opened);
    this.#put(atoms.map(({ key }) => key).join(' '), { sense, capital: written && capital, exact, brackets, article });
  }

  /** The longest phrase, in atoms, that starts with this key; 0 where none does. */
  longestFrom(key: string): number {
    return this.#longest.get(key) ?? 0;
  }

  /** What the phrase of these atoms can mean, before any look at its case. */
  at(atoms: readonly Atom[], from: number, to: number): readonly Entry[] {
    let key = atoms[from]?.key ?? '';
    for (let i = from + 1; i < to; i++) key += ` ${atoms[i]?.key ?? ''}`;
    return this.#entries.get(key) ?? NONE;
  }

  #put(key: string, entry: Entry): void {
    if (key === '') return;
    const known = this.#entries.get(key);
    if (known === undefined) this.#entries.set(key, [entry]);
    else known.push(entry);
    let first = key;
    let length = 1;
    for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) {
      if (length === 1) first = key.slice(0, at);
      length += 1;
    }
    if (length > (this.#longest.get(first) ?? 0)) this.#longest.set(first, length);
  }

  /** Whether a key has a given use as a small word. */
  isWord(key: string, use: string): boolean {
    return (this.#entries.get(key) ?? NONE).some(({ sense }) => sense.type === 'word' && sense.use === use);
  }
}

/** Phrases without anything but plain words, which are most. */
const SIMPLE = /^[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*$/;

/** A quick look that leaves out no acronym of plain letters. */
const MAYBE_ACRONYM = /[A-Z][A-Z0-9]|[A-Z][a-z]+[A-Z0-9]/;

/** The letters that acronyms among the words must have, null where there are none. */
function exactOf(words: readonly string[]): readonly (string | null)[] | null {
  const exact = words.map(raw => (isAcronym(raw) ? raw : null));
  return exact.some(raw => raw !== null) ? exact : null;
}

const NONE: readonly Entry[] = [];
