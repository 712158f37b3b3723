import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openTextReader } from '../../core/api/read-text.ts';
import { ReaderIndex, ReaderTables } from '../../core/api/reader-index.ts';
import { splitFrontMatter } from '../../core/ingest/index.ts';
import { openExplainer, openPipeline } from '../wire.ts';
import { readerFiles } from './reader-files.ts';

const packed = readerFiles();
const EXAMPLE = new URL('../../../examples/reports/niger-makalondi-3-mayor.txt', import.meta.url);

/** A reader as a page opens it: from nothing but the index and what it names. */
function openPacked() {
  const index = ReaderIndex.parse(JSON.parse(JSON.stringify(packed.index)));
  const bytesNamed = (name: string) => packed.file(name) ?? expect.unreachable(name);
  const { tables } = ReaderTables.parse(JSON.parse(new TextDecoder().decode(bytesNamed(index.tables.name))));
  const paths = new Map(index.models.map(({ path, name }) => [path, name]));
  return openTextReader({
    text: path => tables[path] ?? expect.unreachable(path),
    bytes: path => bytesNamed(paths.get(path) ?? path),
    made: (_, make) => make(),
  });
}

describe('what a page reads with', () => {
  it('names each file by its content and its size', () => {
    const { models, tables } = packed.index;
    expect(models.map(({ path }) => path)).toEqual(['models/language.bin', 'models/gazetteer.bin']);
    for (const { name, bytes } of [...models, tables]) expect(packed.file(name)?.length).toBe(bytes);
    expect(packed.file('../package.json')).toBeNull();
  });

  it('gives the record and the explanation that the command line gives', async () => {
    const { text, metadata } = splitFrontMatter(readFileSync(EXAMPLE, 'utf8'));
    const input = { text, metadata };
    const { record, explanation } = openPacked().read(input);
    const [pipeline, explainer] = [await openPipeline(), await openExplainer()];
    expect(record).toEqual(pipeline.record([pipeline.code(pipeline.read(input))]));
    expect(record.incidents).not.toEqual([]);
    expect(explanation).toEqual(explainer.explain(explainer.analyze(explainer.read(input)).value, null));
  });

  it('holds the actors of the user, under another name', () => {
    const own = readerFiles({ ownActors: ['id\tname\n'] });
    expect(own.index.tables.name).not.toBe(packed.index.tables.name);
    expect(own.index.models).toEqual(packed.index.models);
  });
});
