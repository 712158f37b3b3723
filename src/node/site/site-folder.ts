import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SITE_FILE, Site } from '../../core/api/site.ts';
import { CasusError } from '../../core/base/error.ts';

/** A folder that a site may be written to. */
export interface SiteFolder {
  readonly path: string;
  /** The files of the site that stands there, by path; empty where there is none. */
  readonly before: readonly string[];
}

/**
 * Looks at the folder before anything is made. Throws `folder-foreign` where files stand in it that no site of casus
 * brought, unless `force` says that they may stay beside the new ones.
 */
export async function siteFolder(path: string, { force }: { readonly force: boolean }): Promise<SiteFolder> {
  const names = await namesIn(path);
  const site = names.includes(SITE_FILE) ? await siteAt(join(path, SITE_FILE)) : null;
  if (site !== null) return { path, before: site.files.map(file => file.path) };
  if (names.length === 0 || force) return { path, before: [] };
  const some = names.toSorted().slice(0, 3).join(', ');
  throw new CasusError('folder-foreign', path, { detail: names.length > 3 ? `${some} and others` : some });
}

/** Puts a site into its folder: what the site before had and this one has not is taken away, everything else stays. */
export async function writeSite(
  { path: folder, before }: SiteFolder,
  files: ReadonlyMap<string, Uint8Array>,
  site: Site,
  write: (path: string, content: Uint8Array) => Promise<void>,
): Promise<void> {
  // First what makes this folder ours: a run that was ended can then be repeated. The page comes last.
  await write(join(folder, SITE_FILE), new TextEncoder().encode(`${JSON.stringify(site, null, 2)}\n`));
  const last = [...files].toSorted(([a], [b]) => Number(a === 'index.html') - Number(b === 'index.html'));
  for (const [path, content] of last) await write(join(folder, path), content);
  for (const path of before) if (!files.has(path)) await rm(join(folder, path), { force: true });
}

async function namesIn(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    if (code === 'ENOENT') return [];
    const detail = code === 'ENOTDIR' ? 'it is a file' : String(code);
    throw new CasusError('file-unwritable', path, { detail, cause });
  }
}

/** The site that a file tells of, null where it is none: such a file may be anybody's. */
async function siteAt(path: string): Promise<Site | null> {
  try {
    const read = Site.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return read.success ? read.data : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw new CasusError('file-unreadable', path, { cause });
  }
}
