import { ActorKind } from '../../model/actor.ts';
import type { PhraseTable } from './phrase-table.ts';
import { readTable } from './read-table.ts';
import type { PersonNoun, Speaker, WordUse } from './sense.ts';

/** Adds the nouns for people, singular and plural. */
export function readPersonNouns(table: string, phrases: PhraseTable): void {
  for (const row of readTable(table)) {
    const noun = row('noun');
    const status = row('status');
    const force = row('force');
    if (status !== 'civilian' && status !== 'combatant' && status !== 'unknown') continue;
    const person: PersonNoun = {
      noun,
      status,
      force: force === 'military' || force === 'police' || force === 'armed-group' ? force : null,
      unit: row('unit') === 'families' ? 'families' : 'persons',
      member: row('member') === 'yes',
      loss: row('member') === 'loss',
      anaphor: anaphorOf(row('anaphor')),
    };
    const plural = row('plural') || `${noun}s`;
    if (plural !== noun) phrases.add(noun, { type: 'person', person, plural: false }, 'any');
    phrases.add(plural, { type: 'person', person, plural: true }, 'any');
  }
}

/** Adds the words for bodies of a state and for their equipment. */
export function readForces(table: string, phrases: PhraseTable): void {
  for (const row of readTable(table)) {
    const body = row('body');
    const use = row('use') === 'equipment' ? 'equipment' : row('use') === 'side' ? 'side' : 'force';
    if (body !== 'government' && body !== 'military' && body !== 'police') continue;
    phrases.add(row('phrase'), { type: 'force', body, use }, 'any');
  }
}

/** Adds titles and offices. */
export function readOffices(table: string, phrases: PhraseTable): void {
  for (const row of readTable(table)) {
    const speaks = row('speaks');
    if (!isSpeaker(speaks)) continue;
    phrases.add(
      row('phrase'),
      {
        type: 'office',
        speaks,
        anonymous: row('anonymous') === 'yes',
        loose: row('loose') === 'yes',
        local: row('local') === 'yes',
      },
      'any',
    );
  }
}

/** Adds the small words that decide how a name is meant, and the heads of group names. */
export function readWords(table: string, phrases: PhraseTable): void {
  for (const row of readTable(table)) {
    const use = row('use');
    if (use === 'group') {
      const kind = ActorKind.safeParse(row('kind'));
      if (kind.success) phrases.add(row('phrase'), { type: 'group', kind: kind.data }, 'any');
    } else if (isWordUse(use)) {
      const sense = { type: 'word', use, base: row('kind') === 'base' } as const;
      phrases.add(row('phrase'), sense, 'any');
    }
  }
}

function anaphorOf(cell: string): PersonNoun['anaphor'] {
  return cell === 'group' || cell === 'opponent' || cell === 'body' ? cell : null;
}

function isSpeaker(cell: string): cell is Speaker {
  return cell === 'government' || cell === 'military' || cell === 'police' || cell === 'body' || cell === 'unnamed';
}

const USES: ReadonlySet<string> = new Set<WordUse>([
  'speech',
  'act',
  'force-act',
  'before',
  'place',
  'property',
  'modifier',
  'sponsor',
  'installed',
  'not-actor',
  'installed',
  'origin',
  'stance',
  'side',
  'band',
  'ordinal',
  'disposed',
  'rank',
  'particle',
  'ruler',
  'ours',
  'whose',
  'definite',
  'group-noun',
  'organisation-noun',
  'unit',
  'link',
  'function',
  'common',
  'aux',
]);

function isWordUse(cell: string): cell is WordUse {
  return USES.has(cell);
}
