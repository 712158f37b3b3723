import type { ActorTables } from './actor-index.ts';

/**
 * Names the tables of the register for a reader of files: `read` gives the text of a path below the package, `own` the
 * texts of a user's further actor tables (a ledger folder's `actors.tsv`).
 */
export function actorTables(read: (path: string) => string, own: readonly string[] = []): ActorTables {
  return {
    states: read('data/actors/states.tsv'),
    regimes: read('data/actors/regimes.tsv'),
    services: read('data/actors/services.tsv'),
    groups: [read('data/actors/armed-groups.tsv'), read('data/actors/organisations.tsv'), ...own],
    forces: read('data/actors/forces.tsv'),
    personNouns: read('data/actors/person-nouns.tsv'),
    offices: read('data/actors/offices.tsv'),
    officeHolders: read('data/actors/office-holders.tsv'),
    words: read('data/actors/words.tsv'),
    publishers: read('data/sources/publishers.tsv'),
  };
}
