import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { makePage } from '../test/sources/make-documents.ts';
import { warcAnswer, warcInfo } from '../test/sources/make-warc.ts';
import { storyOf } from '../test/sources/pages/stories.ts';

const root = join(import.meta.dirname, '..');
const mebibyte = 1024 * 1024;
/** What pages are made of besides text: menus and scripts; and the pictures between them in a crawl. */
const menu = Array.from({ length: 120 }, (_, i) => `<a href="/section/${i}">Section ${i}</a>`).join('');
const script = `<script>${'window.x = window.x || [];'.repeat(1_200)}</script>`;

/**
 * `casus add` of a WARC archive of so many MiB (unpacked; `--mb`, default 1024) against the same texts as files, in the
 * same run: reports a second of each, and the most memory that the process took. After each page comes a picture of
 * `--picture-kb` (default 60), as crawls are mostly not text.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      mb: { type: 'string', default: '1024' },
      workers: { type: 'string', default: '1' },
      'picture-kb': { type: 'string', default: '60' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'casus-bench-'));
  try {
    const { pages, packed } = await writeArchive(folder, Number(values.mb) * mebibyte, Number(values['picture-kb']));
    const texts = Math.min(pages, 2_000);
    writeTexts(join(folder, 'texts'), texts);
    console.log(
      `${values.mb} MiB of WARC in ${Math.round(packed / mebibyte)} MiB: ${pages} pages; ${texts} text files; ${values.workers} worker(s)`,
    );
    const archive = await measure([
      'add',
      join(folder, 'crawl.warc.gz'),
      '--ledger',
      join(folder, 'a'),
      '--workers',
      values.workers,
    ]);
    const files = await measure([
      'add',
      join(folder, 'texts'),
      '--ledger',
      join(folder, 'b'),
      '--workers',
      values.workers,
    ]);
    tell('archive', pages, archive);
    tell('files', texts, files);
    const ratio = pages / archive.seconds / (texts / files.seconds);
    console.log(`the archive goes ${(100 * ratio).toFixed(0)} % as fast as the files`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Measured {
  readonly seconds: number;
  /** The most memory, null where the system does not tell (outside of Linux). */
  readonly megabytes: number | null;
  readonly said: string;
}

function tell(what: string, reports: number, { seconds, megabytes, said }: Measured): void {
  console.log(`${what}: ${(reports / seconds).toFixed(1)} reports/s, ${megabytes ?? '?'} MB at most; ${said.trim()}`);
}

async function writeArchive(
  folder: string,
  size: number,
  pictureKb: number,
): Promise<{ pages: number; packed: number }> {
  const picture = Buffer.alloc(pictureKb * 1024, 0x5a);
  const path = join(folder, 'crawl.warc.gz');
  const out = createWriteStream(path);
  const image = warcAnswer({ url: 'https://upland.example/a.jpg', body: picture, contentType: 'image/jpeg' });
  out.write(gzipSync(warcInfo()));
  let pages = 0;
  for (let written = 0; written < size; pages++) {
    const page = warcAnswer({ url: `https://upland.example/news/${pages}`, body: pageOf(pages) });
    written += page.length + image.length;
    if (!out.write(gzipSync(page)) || !out.write(gzipSync(image)))
      await new Promise<void>(resolve => out.once('drain', () => resolve()));
  }
  out.end();
  await finished(out);
  return { pages, packed: statSync(path).size };
}

/** A story of its own for each number: the figures of the last paragraph make it so. */
function paragraphsOf(number: number): readonly string[] {
  return [
    ...storyOf(number).paragraphs,
    `The council keeps a list of the dead; its last entry has the number ${number + 1}.`,
  ];
}

function pageOf(number: number): string {
  const { headline, day } = storyOf(number);
  const paragraphs = paragraphsOf(number).map(words => words.replaceAll('&', '&amp;'));
  return makePage(headline, paragraphs, `<meta property="article:published_time" content="${day}">${script}`).replace(
    '<nav>',
    `<nav>${menu}`,
  );
}

function writeTexts(folder: string, count: number): void {
  mkdirSync(folder);
  for (let number = 0; number < count; number++) {
    const { headline, day } = storyOf(number);
    const text = `---\npublished: ${day}\n---\n${headline}\n\n${paragraphsOf(number).join('\n\n')}\n`;
    writeFileSync(join(folder, `${String(number).padStart(6, '0')}.txt`), text);
  }
}

async function measure(args: readonly string[]): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'src/node/cli/bin.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  let megabytes: number | null = null;
  const look = setInterval(() => {
    megabytes = peakOf(child.pid) ?? megabytes;
  }, 200);
  await new Promise(resolve => child.on('close', resolve));
  clearInterval(look);
  return { seconds: (performance.now() - started) / 1000, megabytes, said };
}

function peakOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

await main();
