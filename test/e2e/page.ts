// What the browser test runs in the page: it fetches the files of the package, opens the core, and waits to be asked.
import { codebookTables, RESOURCE_FILES, type ReportInput } from '../../src/core/index.ts';
import { type CoreAnswers, openCore } from './core-answers.ts';

const opened: { core: CoreAnswers | null } = { core: null };

Object.assign(globalThis, {
  async openCore(): Promise<void> {
    const paths = new Set([...RESOURCE_FILES, 'data/language/word-rarity.tsv']);
    codebookTables(path => {
      paths.add(path);
      return '';
    });
    const bytes = new Map(await Promise.all(Array.from(paths, async path => [path, await bytesAt(path)] as const)));
    const bytesOf = (path: string) => bytes.get(path) ?? new Uint8Array();
    opened.core = openCore({ bytes: bytesOf, text: path => new TextDecoder().decode(bytesOf(path)) });
  },
  askReport: (input: ReportInput) => opened.core?.report(input),
  askIncidents: () => opened.core?.incidents(),
  askPlaces: (name: string) => opened.core?.places(name),
});

async function bytesAt(path: string): Promise<Uint8Array> {
  const answer = await fetch(`/${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
