import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = ['web/**/*.{ts,tsx,css,html,svg}', 'src/core/**/*.ts', 'scripts/build-web.ts', 'package-lock.json'];

/** The page as it is shipped, built once for the sources as they stand and kept for other tests and other runs. */
export async function builtPage(): Promise<URL> {
  const hash = createHash('sha256');
  const paths = SOURCES.flatMap(pattern => globSync(pattern, { cwd: ROOT })).filter(path => !path.includes('.test.'));
  for (const path of paths.toSorted()) hash.update(path).update(readFileSync(join(ROOT, path)));
  const folder = join(ROOT, 'node_modules/.cache', `page-${hash.digest('hex').slice(0, 16)}`);
  if (!existsSync(folder)) await buildOnce(folder);
  return pathToFileURL(`${folder}/`);
}

/** Beside its place first: another test may build the same at this moment, and whoever comes second keeps the first. */
async function buildOnce(folder: string): Promise<void> {
  const beside = `${folder}.${randomBytes(4).toString('hex')}`;
  await promisify(execFile)(process.execPath, [join(ROOT, 'scripts/build-web.ts'), beside], { cwd: ROOT });
  try {
    renameSync(beside, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(beside, { recursive: true });
  }
}
