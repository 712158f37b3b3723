import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { splitFrontMatter } from '../../src/core/ingest/index.ts';
import { openPipeline } from '../../src/node/wire.ts';
import { openPublisher } from '../../src/node/wire-exchange.ts';
import { builtPage } from './built-page.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const EXAMPLES = join(ROOT, 'examples/reports');

/** One report as whoever reads it gets it: all incidents in them are invented. */
export function given(path: string) {
  const { text, metadata } = splitFrontMatter(readFileSync(path, 'utf8'));
  return { text, metadata };
}

/** Publishes the example reports, and one that tells of relations, as a site with the page as it is shipped. */
export async function publishExamples(folder: string) {
  const pipeline = await openPipeline();
  const paths = readdirSync(EXAMPLES).map(name => join(EXAMPLES, name));
  const coded = [...paths, join(ROOT, 'test/e2e/relations.txt')].map(path => pipeline.code(pipeline.read(given(path))));
  const publisher = await openPublisher({ page: await builtPage() });
  const site = await publisher.publish(folder, async () => pipeline.record(coded), {
    title: 'The examples',
    policy: 'ranges@1',
    redact: true,
    reader: true,
    force: false,
  });
  return { site, pipeline };
}
