import type { Actor } from '../../model/actor.ts';
import { actorId } from './actor-id.ts';
import type { PhraseTable } from './phrase-table.ts';
import { listOf, readTable } from './read-table.ts';
import type { Body } from './sense.ts';

/** A state whose body goes under another name for a time, `data/actors/regimes.tsv`. */
export interface Regime {
  readonly country: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly names: Readonly<Record<Body, string>>;
}

const BODIES: Readonly<Record<Body, string>> = {
  government: 'Government of',
  military: 'Military Forces of',
  police: 'Police Forces of',
};

/** Reads the states, adds their names, adjectives, nationals and capitals to the phrases, and gives three actors each. */
export function readStates(table: string, phrases: PhraseTable): readonly Actor[] {
  const actors: Actor[] = [];
  for (const row of readTable(table)) {
    const country = row('country');
    const name = row('name');
    for (const body of ['government', 'military', 'police'] as const) {
      const actor = {
        id: stateId(name, body),
        name: `${BODIES[body]} ${name}`,
        kind: body,
        country,
        aliases: [],
        affiliations: [],
      };
      actors.push(actor);
      phrases.add(
        actor.name,
        { type: 'actor', id: actor.id, form: 'name', contested: false, pejorative: false },
        'any',
      );
    }
    const add = (phrase: string, word: 'name' | 'adjective' | 'people' | 'capital'): void =>
      phrases.add(phrase, { type: 'country', country, word }, 'as-written');
    add(name, 'name');
    for (const other of listOf(row('names'))) if (other !== name) add(other, 'name');
    for (const adjective of listOf(row('adjectives'))) add(adjective, 'adjective');
    for (const people of listOf(row('people'))) add(people, 'people');
    for (const capital of listOf(row('capitals'))) add(capital, 'capital');
  }
  return actors;
}

/** Reads the regimes; the actors that they name are looked up by the caller. */
export function readRegimes(table: string): readonly Regime[] {
  return readTable(table).map(row => ({
    country: row('country'),
    from: row('from') || null,
    until: row('until') || null,
    names: { government: row('government'), military: row('military'), police: row('police') },
  }));
}

/** Reads the names of services, ministries and seats of power and adds them as names of their state's body. */
export function readServices(
  table: string,
  idOf: (country: string, body: Body) => string | null,
  phrases: PhraseTable,
): void {
  for (const row of readTable(table)) {
    const body = row('body');
    if (body !== 'government' && body !== 'military' && body !== 'police') continue;
    const id = idOf(row('country'), body);
    if (id === null) continue;
    const add = (phrase: string, form: 'alias' | 'acronym', contested: boolean, pejorative: boolean): void =>
      phrases.add(phrase, { type: 'actor', id, form, contested, pejorative }, 'as-written');
    for (const name of listOf(row('names'))) add(name, 'alias', false, false);
    for (const acronym of listOf(row('acronyms'))) add(acronym, 'acronym', false, false);
    for (const name of listOf(row('contested')))
      add(name, /^[\p{Lu}\d]+$/u.test(name) ? 'acronym' : 'alias', true, false);
    for (const name of listOf(row('pejorative'))) add(name, 'alias', false, true);
  }
}

function stateId(name: string, body: Body): string {
  return actorId(`${BODIES[body]} ${name}`);
}
