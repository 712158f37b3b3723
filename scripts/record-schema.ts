import { z } from 'zod';
import { PublicRecord } from '../src/core/model/index.ts';

/** Where the schema is committed and shipped. */
export const SCHEMA_PATH = 'docs/reference/record.schema.json';

/** The JSON Schema (2020-12) of the public record as the file holds it: one definition for each noun. */
export function recordSchemaText(): string {
  const schema = z.toJSONSchema(PublicRecord, {
    target: 'draft-2020-12',
    io: 'output',
    reused: 'inline',
    override: ({ jsonSchema }) => {
      // Our types are all read-only, which says nothing about JSON.
      delete jsonSchema.readOnly;
    },
  });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
