import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordSchemaText, SCHEMA_PATH } from '../scripts/record-schema.ts';
import { ROOT } from './architecture/source-file.ts';

test('the committed schema is the one that the model gives (npm run schema)', () => {
  expect(readFileSync(join(ROOT, SCHEMA_PATH), 'utf8')).toBe(recordSchemaText());
});

test('every noun has a definition of its own, and every reference leads to one', () => {
  const schema = JSON.parse(recordSchemaText());
  const names = Object.keys(schema.$defs);
  expect(names).toEqual(
    expect.arrayContaining(['Claim', 'Estimate', 'Evidence', 'Incident', 'Report', 'Span', 'Toll']),
  );
  expect(names.filter(name => !/^[A-Z]\w+$/.test(name))).toEqual([]);
  const targets = [...recordSchemaText().matchAll(/"\$ref": "#\/\$defs\/(\w+)"/g)].map(([, name]) => name);
  expect(targets.filter(name => !names.includes(name ?? ''))).toEqual([]);
});
