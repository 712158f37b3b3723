import type { Actor } from '../../model/actor.ts';
import { type Registered, readActorLines } from './actor-lines.ts';
import type { Atom } from './atoms.ts';
import { readForces, readOffices, readPersonNouns, readWords } from './noun-lines.ts';
import { readOfficeHolders } from './office-holders.ts';
import { PhraseTable } from './phrase-table.ts';
import type { Body, Entry } from './sense.ts';
import { type Regime, readRegimes, readServices, readStates } from './state-lines.ts';

/** The texts of the tables of `data/actors/`. `groups` takes several: armed groups, organisations, a user's own lines. */
export interface ActorTables {
  readonly states: string;
  readonly regimes: string;
  readonly services: string;
  readonly groups: readonly string[];
  readonly forces: string;
  readonly personNouns: string;
  readonly offices: string;
  /** `data/actors/office-holders.tsv`: persons by name who stand for an actor. */
  readonly officeHolders: string;
  readonly words: string;
  /** `data/sources/publishers.tsv`: publishers are recognised as media inside a text; empty where they are not wanted. */
  readonly publishers: string;
}

/** The register: every actor that casus knows, and every phrase by which a text may mean one. */
export class ActorIndex {
  readonly #actors: ReadonlyMap<string, Registered>;
  readonly #states: ReadonlyMap<string, string>;
  readonly #regimes: readonly Regime[];
  readonly #idByName: ReadonlyMap<string, string>;
  readonly #phrases: PhraseTable;

  private constructor(
    actors: ReadonlyMap<string, Registered>,
    states: ReadonlyMap<string, string>,
    regimes: readonly Regime[],
    phrases: PhraseTable,
  ) {
    this.#actors = actors;
    this.#states = states;
    this.#regimes = regimes;
    this.#idByName = new Map([...actors].map(([id, { actor }]) => [actor.name, id]));
    this.#phrases = phrases;
  }

  /** Builds the register from the texts of its tables. A later line with the id of an earlier one replaces it. */
  static from(tables: ActorTables): ActorIndex {
    const phrases = new PhraseTable();
    const actors = new Map<string, Registered>();
    const states = new Map<string, string>();
    for (const actor of readStates(tables.states, phrases)) {
      const countries = actor.country === null ? [] : [actor.country];
      actors.set(actor.id, { actor, countries, from: null, until: null, voiceOf: null });
      states.set(`${actor.country} ${actor.kind}`, actor.id);
    }
    for (const table of tables.groups) {
      for (const one of readActorLines(table, phrases)) actors.set(one.actor.id, one);
    }
    for (const one of readActorLines(asMedia(tables.publishers), phrases)) {
      if (!actors.has(one.actor.id)) actors.set(one.actor.id, one);
    }
    readServices(tables.services, (country, body) => states.get(`${country} ${body}`) ?? null, phrases);
    readForces(tables.forces, phrases);
    readPersonNouns(tables.personNouns, phrases);
    readOffices(tables.offices, phrases);
    readWords(tables.words, phrases);
    const idByName = new Map([...actors].map(([id, { actor }]) => [actor.name, id]));
    readOfficeHolders(tables.officeHolders, name => idByName.get(name), phrases);
    return new ActorIndex(actors, states, readRegimes(tables.regimes), phrases);
  }

  /** All actors, in the order of the tables. */
  get actors(): readonly Actor[] {
    return [...this.#actors.values()].map(({ actor }) => actor);
  }

  /** The actor with this id, null where the register has none. */
  actor(id: string): Actor | null {
    return this.#actors.get(id)?.actor ?? null;
  }

  /** The actor with this canonical name, null where the register has none. */
  actorNamed(name: string): Actor | null {
    const id = this.#idByName.get(name);
    return id === undefined ? null : this.actor(id);
  }

  /** The line of an actor with its countries and the days between which it went by its name. */
  registered(id: string): Registered | null {
    return this.#actors.get(id) ?? null;
  }

  /** Whether an actor went by its name on a day; without a day, whether it still does. */
  isAlive(id: string, day: string | null): boolean {
    const one = this.#actors.get(id);
    return one !== undefined && within(day, one.from, one.until);
  }

  /**
   * The body of a state on a day; without a day, the present one. Null for a country that is no state.
   * Afghanistan since 2021-08-15 is the Taliban's, in all its bodies.
   */
  stateBody(country: string, body: Body, day: string | null): Actor | null {
    for (const regime of this.#regimes) {
      if (regime.country !== country || !within(day, regime.from, regime.until)) continue;
      const id = this.#idByName.get(regime.names[body]);
      if (id !== undefined) return this.actor(id);
    }
    const id = this.#states.get(`${country} ${body}`);
    return id === undefined ? null : this.actor(id);
  }

  /** The length in atoms of the longest phrase that starts with this key. */
  longestFrom(key: string): number {
    return this.#phrases.longestFrom(key);
  }

  /** What the phrase of the atoms `[from, to)` can mean, before any look at its case. */
  entriesAt(atoms: readonly Atom[], from: number, to: number): readonly Entry[] {
    return this.#phrases.at(atoms, from, to);
  }

  /** Whether a key is a word of everyday English that a name must not be confused with when its case does not tell. */
  isCommon(key: string): boolean {
    return this.#phrases.isWord(key, 'common');
  }
}

/** Whether a day lies between two; no day is the present, which only a range without end holds. */
function within(day: string | null, from: string | null, until: string | null): boolean {
  if (day === null) return until === null;
  return (from === null || from <= day) && (until === null || day <= until);
}

/** The publishers' table read as a table of actors: its `kind` is a kind of publisher, so each line becomes a medium. */
function asMedia(publishers: string): string {
  return publishers.replace(/^(?!#)([^\t\n]+)\t(?!kind\t)[^\t\n]+/gm, '$1\tmedia');
}
