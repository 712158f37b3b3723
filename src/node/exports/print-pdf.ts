import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CasusError } from '../../core/base/error.ts';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
  'microsoft-edge',
  'brave-browser',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export interface BrowserEnv {
  /** A Chromium-like browser to print with; looked for where it is not given. */
  readonly CASUS_BROWSER?: string | undefined;
  readonly PATH?: string | undefined;
}

const LONGEST_PRINT_MS = 120_000;

/**
 * A page as PDF, printed by a browser of the Chromium family that the user has: it has the fonts and the writing of every
 * language. The day on which it was printed is taken out; the browser may still set a page with other bytes. Throws
 * `browser-missing` where there is none, `browser-failed` where it does not print.
 */
export async function printPdf(html: string, env: BrowserEnv): Promise<Uint8Array> {
  const browser = findBrowser(env);
  if (browser === null) throw new CasusError('browser-missing', 'PDF');
  const folder = await mkdtemp(join(tmpdir(), 'casus-print-'));
  try {
    const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    await writeFile(page, html);
    await run(browser, [
      ...FLAGS,
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ]);
    return undated(await readFile(pdf));
  } catch (cause) {
    if (cause instanceof CasusError) throw cause;
    throw new CasusError('browser-failed', browser, {
      cause,
      detail: cause instanceof Error ? cause.message : String(cause),
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const FLAGS = [
  '--headless',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-pdf-header-footer',
  // The page is ours and has no script; without this a browser does not start for root, as in a container.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function findBrowser({ CASUS_BROWSER, PATH = '' }: BrowserEnv): string | null {
  if (CASUS_BROWSER !== undefined && CASUS_BROWSER !== '') return CASUS_BROWSER;
  const onPath = PATH.split(delimiter).flatMap(folder => NAMES.map(name => join(folder, name)));
  return [...onPath, ...PLACES].find(existsSync) ?? null;
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: LONGEST_PRINT_MS });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-500);
    });
    child.on('error', reject);
    child.on('close', code => (code === 0 ? resolve() : reject(new Error(`it ended with ${code}: ${said.trim()}`))));
  });
}

/** The dates of making, in place: a PDF counts its bytes. */
function undated(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const epoch = "19700101000000+00'00'";
  const fixed = text.replace(
    /\/(CreationDate|ModDate) \(D:(\d{14}\+\d\d'\d\d'?)\)/g,
    (_, key: string, date: string) => `/${key} (D:${epoch.slice(0, date.length)})`,
  );
  return Buffer.from(fixed, 'latin1');
}
