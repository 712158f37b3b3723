import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { CODEBOOK_PAGE, codebookPageText } from '../scripts/codebook-page.ts';
import { loadCodebook } from '../src/node/resources/load.ts';
import { openPipeline, type Pipeline } from '../src/node/wire.ts';

const TYPES = [...loadCodebook().eventTypes.values()];

describe('docs/codebook.md', () => {
  it('holds the table of event types as the codebook has it', () => {
    const page = readFileSync(new URL(`../${CODEBOOK_PAGE}`, import.meta.url), 'utf8');
    expect(page).toBe(codebookPageText(page, TYPES));
  });

  it('has an example for every type that is coded as an event', () => {
    expect(TYPES.filter(({ example }) => example === '').map(({ id }) => id)).toEqual(['aid']);
  });
});

describe('the example of', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await openPipeline();
  });

  it.each(TYPES.filter(({ example }) => example !== '').map(({ id, example }) => [id, example]))(
    '%s is coded so',
    (id, text) => {
      const { coding } = pipeline.code(pipeline.read({ text, given: { publishedAt: '2026-03-20' } }));
      expect(coding.claims.flatMap(claim => (claim.kind === 'event' ? [claim.type] : []))).toContain(id);
    },
  );
});
