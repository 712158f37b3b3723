import { join } from 'node:path';
import { telexDay } from '../../eval/measures/muc.ts';
import { type Draftable, draftable } from '../../src/core/coding/roles/reading.ts';
import type { WordClasses } from '../../src/core/coding/roles/role-words.ts';
import { readReport } from '../../src/core/ingest/index.ts';
import { analyze } from '../../src/core/language/analyze.ts';
import type { Doc } from '../../src/core/language/doc.ts';
import type { Resources } from '../../src/core/language/resources.ts';
import { readRecords, sharedFolder } from '../corpora.ts';
import { type GoldRoles, goldRolesOf, type MucKeyRecord, type MucRolesKey } from './muc-key.ts';

/** A MUC-4 document as the product reads it, with what the key says of it. */
export interface MucDocument extends Draftable {
  readonly id: string;
  readonly gold: GoldRoles;
  readonly key: MucKeyRecord;
  readonly rolesKey: MucRolesKey;
}

/** Reads and annotates one split. */
export function mucDocuments(split: string, resources: Resources, classes: WordClasses): MucDocument[] {
  const folder = join(sharedFolder, 'corpora', 'muc4');
  const keys = readRecords<MucKeyRecord>(join(folder, `${split}.jsonl`));
  const roles = new Map(readRecords<MucRolesKey>(join(folder, `${split}.roles.jsonl`)).map(key => [key.id, key]));
  const docs = keys.map(key => readTelex(key, resources));
  return keys.map((key, at) => {
    const rolesKey = roles.get(key.id) ?? { id: key.id, templates: [], extracts: {} };
    return { ...draftable(docs[at], classes), id: key.id, gold: goldRolesOf(key, rolesKey), key, rolesKey };
  });
}

/** A telex as the product reads it, its day taken from the dateline. */
export function readTelex(
  { text, dateline }: { readonly text: string; readonly dateline?: string | null },
  resources: Resources,
): Doc {
  const publishedAt = telexDay(dateline ?? '') ?? telexDay(text.slice(0, 200));
  const { value: report } = readReport({ text, given: { publishedAt } });
  return analyze(report, resources).value;
}
