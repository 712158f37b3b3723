import type { Actor, ActorKind, Affiliation } from '../../model/actor.ts';
import { ActorKind as ActorKindSchema } from '../../model/actor.ts';
import { actorId } from './actor-id.ts';
import type { PhraseTable } from './phrase-table.ts';
import { listOf, type Row, readTable } from './read-table.ts';

/** An actor of the register with what only recognition needs: all its countries and the days between which it went by this name. */
export interface Registered {
  readonly actor: Actor;
  readonly countries: readonly string[];
  readonly from: string | null;
  readonly until: string | null;
  /** For a medium: the name of the actor whose official voice it is. */
  readonly voiceOf: string | null;
}

/**
 * Reads a table of actors (`data/actors/armed-groups.tsv` says the columns) and adds their names to the phrases. A line
 * without a name or with an unknown kind is left out: a user's slip must not stop the reading.
 */
export function readActorLines(table: string, phrases: PhraseTable): readonly Registered[] {
  const registered: Registered[] = [];
  for (const row of readTable(table)) {
    const one = registeredOf(row);
    if (one === null) continue;
    registered.push(one);
    addNames(row, one.actor.id, phrases);
  }
  return registered;
}

function registeredOf(row: Row): Registered | null {
  const name = row('name');
  const kind = row('kind') || 'armed-group';
  if (name === '' || !isKind(kind)) return null;
  const countries = listOf(row('country'));
  const [from, until] = dayRange(row('active'));
  const voiceOf = row('affiliation') || null;
  return { actor: actorOf(name, kind, countries[0] ?? null, row), countries, from, until, voiceOf };
}

const KINDS: ReadonlySet<string> = new Set(ActorKindSchema.options);

function isKind(cell: string): cell is ActorKind {
  return KINDS.has(cell);
}

function actorOf(name: string, kind: ActorKind, country: string | null, row: Row): Actor {
  const aliases = [
    ...listOf(row('aliases')),
    ...listOf(row('acronyms')),
    ...listOf(row('contested')),
    ...listOf(row('pejorative')),
  ];
  const parent = row('parent');
  const ties = listOf(row('ties')).flatMap(tie => affiliationOf(tie));
  const tied = ties.some(tie => tie.to === parent);
  const affiliations =
    parent === '' || tied
      ? ties
      : [...ties, { to: parent, kind: 'part-of', from: null, until: null } satisfies Affiliation];
  return { id: row('id') || actorId(name), name, kind, country, aliases, affiliations };
}

/** Reads "splinter-of: Islamic State (2014-11-10..2017)". */
function affiliationOf(tie: string): readonly Affiliation[] {
  const match = /^([a-z-]+): (.+?)(?: \(([\d.-]*)\))?$/.exec(tie);
  if (match === null) return [];
  const [from, until] = dayRange(match[3] ?? '');
  return [{ to: match[2] ?? '', kind: match[1] ?? '', from, until }];
}

/** Reads "2014-11-10..2017": a year or month alone counts from its first day, or until its last. */
export function dayRange(range: string): readonly [string | null, string | null] {
  if (range === '') return ALWAYS;
  const [from = '', until = ''] = range.split('..');
  return [dayOf(from, '-01', '-01'), dayOf(until, '-12', '-31')];
}

const ALWAYS: readonly [null, null] = [null, null];

function dayOf(date: string, month: string, day: string): string | null {
  if (/^\d{4}$/.test(date)) return date + month + day;
  if (/^\d{4}-\d{2}$/.test(date)) return date + (day === '-31' ? lastDay(date) : day);
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null;
}

function lastDay(month: string): string {
  const number = Number(month.slice(5));
  if (number === 2) return '-28';
  return [4, 6, 9, 11].includes(number) ? '-30' : '-31';
}

function addNames(row: Row, id: string, phrases: PhraseTable): void {
  const add = (phrase: string, form: 'name' | 'alias' | 'acronym', contested: boolean, pejorative: boolean): void => {
    const sense = { type: 'actor', id, form, contested, pejorative } as const;
    for (const variant of variantsOf(phrase, form)) phrases.add(variant, sense, 'as-written');
  };
  add(row('name'), 'name', false, false);
  for (const alias of listOf(row('aliases'))) add(alias, 'alias', false, false);
  for (const acronym of listOf(row('acronyms'))) add(acronym, 'acronym', false, false);
  for (const alias of listOf(row('contested')))
    add(alias, /^[\p{Lu}\d]+$/u.test(alias) ? 'acronym' : 'alias', true, false);
  for (const alias of listOf(row('pejorative'))) add(alias, 'alias', false, true);
}

/** A phrase, its plural where it is one word, and a name of Arabic without its article. */
function variantsOf(phrase: string, form: 'name' | 'alias' | 'acronym'): readonly string[] {
  const words = phrase.split(/[ -]/).length;
  if (words === 1 && !phrase.endsWith('s')) return [phrase, `${phrase}s`];
  if (form === 'acronym' || words < 3 || !/^al[- ]/i.test(phrase)) return [phrase];
  return [phrase, phrase.slice(3)];
}
