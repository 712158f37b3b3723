import { type Atom, atomsOf, isAcronym, isCapital } from './atoms.ts';
import type { Entry, Sense } from './sense.ts';

/** Phrases by the keys of their atoms, with the length of the longest phrase that each first atom begins. */
export class PhraseTable {
  readonly #entries = new Map<string, Entry[]>();
  readonly #longest = new Map<string, number>();

  /** Adds a phrase as data writes it. A leading "the" is left out, for the text's own does not count either. */
  add(phrase: string, sense: Sense, caseRule: 'any' | 'as-written'): void {
    const all = atomsOf(phrase);
    const atoms = all.length > 1 && all[0]?.key === 'the' ? all.slice(1) : all;
    const first = atoms[0];
    if (first === undefined) return;
    const exact = caseRule === 'any' ? [] : atoms.map(atom => (isAcronym(atom.raw) ? atom.raw : null));
    const key = atoms.map(atom => atom.key).join(' ');
    const entry: Entry = {
      sense,
      capital: caseRule === 'as-written' && isCapital(first.raw),
      exact: exact.some(raw => raw !== null) ? exact : null,
      brackets: atoms.some((atom, i) => i > 0 && atom.opened),
      article: all.length === 2 && atoms.length === 1 && !isCapital(first.raw),
    };
    const known = this.#entries.get(key);
    if (known === undefined) this.#entries.set(key, [entry]);
    else known.push(entry);
    this.#longest.set(first.key, Math.max(this.#longest.get(first.key) ?? 0, atoms.length));
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

  /** Whether a key has a given use as a small word. */
  isWord(key: string, use: string): boolean {
    return (this.#entries.get(key) ?? NONE).some(({ sense }) => sense.type === 'word' && sense.use === use);
  }
}

const NONE: readonly Entry[] = [];
