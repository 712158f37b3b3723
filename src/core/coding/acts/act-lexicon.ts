import { readTable } from '../../base/table.ts';

/** What one actor does to another, in talk or in deed; `data/codebooks/acts.tsv` says what each means. */
export type Act =
  | 'agree'
  | 'consult'
  | 'support'
  | 'cooperate'
  | 'aid'
  | 'concede'
  | 'retreat'
  | 'request'
  | 'accuse'
  | 'reject'
  | 'threaten'
  | 'protest'
  | 'sanction'
  | 'embargo'
  | 'mobilize'
  | 'coerce'
  | 'assault';

/** What a word makes of the act under it, from `data/lexicons/act-words.tsv`, which explains each. */
export type ActOperator = 'op-will' | 'op-do' | 'op-say' | 'op-stop' | 'op-not' | 'op-must' | 'op-order';

/** One act and what PLOVER calls it. */
export interface ActEntry {
  readonly id: Act;
  readonly name: string;
  readonly ploverRoot: string;
  /** 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. */
  readonly quad: 1 | 2 | 3 | 4;
  readonly paragraph: string;
  readonly definition: string;
}

export interface ActWord {
  readonly words: string;
  readonly pos: 'VERB' | 'NOUN' | 'ADJ' | 'PERSON' | 'AUX';
  readonly act: Act | ActOperator;
}

/** The acts and the words that tell of them. */
export interface ActLexicon {
  readonly acts: ReadonlyMap<Act, ActEntry>;
  /** By the word that the others hang on: the first of a verb's, the last of a noun's. */
  readonly byHead: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly entry: ActWord }[]>;
}

const OPERATORS: readonly ActOperator[] = ['op-will', 'op-do', 'op-say', 'op-stop', 'op-not', 'op-must', 'op-order'];

/** Reads the two tables. Throws on an act that this version does not know. */
export function readActLexicon(acts: string, words: string): ActLexicon {
  const entries = new Map(readTable(acts).map(row => [row['id'] ?? '', row]));
  const known: [Act, ActEntry][] = ACTS.map(id => {
    const row = entries.get(id);
    if (row === undefined) throw new Error(`acts.tsv lacks ${id}`);
    return [
      id,
      {
        id,
        name: row['name'] ?? '',
        ploverRoot: row['plover_root'] ?? '',
        quad: quadOf(row['quad']),
        paragraph: row['paragraph'] ?? '',
        definition: row['definition'] ?? '',
      },
    ];
  });
  return { acts: new Map(known), byHead: byHead(readTable(words).map(actWord)) };
}

const ACTS: readonly Act[] = [
  'agree',
  'consult',
  'support',
  'cooperate',
  'aid',
  'concede',
  'retreat',
  'request',
  'accuse',
  'reject',
  'threaten',
  'protest',
  'sanction',
  'embargo',
  'mobilize',
  'coerce',
  'assault',
];

function byHead(entries: readonly ActWord[]): ActLexicon['byHead'] {
  const found = new Map<string, { words: readonly string[]; entry: ActWord }[]>();
  for (const entry of entries) {
    const words = entry.words.split(' ');
    const head = (entry.pos === 'VERB' ? words.at(0) : words.at(-1)) ?? '';
    found.set(head, [...(found.get(head) ?? []), { words, entry }]);
  }
  return found;
}

function actWord(row: Readonly<Record<string, string>>): ActWord {
  const pos = (['VERB', 'NOUN', 'ADJ', 'PERSON', 'AUX'] as const).find(known => known === row['pos']);
  const act = [...ACTS, ...OPERATORS].find(known => known === row['act']);
  if (pos === undefined || act === undefined) throw new Error(`act-words.tsv: ${row['words']} is of an unknown kind`);
  return { words: row['words'] ?? '', pos, act };
}

function quadOf(text: string | undefined): 1 | 2 | 3 | 4 {
  const quad = ([1, 2, 3, 4] as const).find(known => String(known) === text);
  if (quad === undefined) throw new Error(`acts.tsv: ${text} is no quad class`);
  return quad;
}
