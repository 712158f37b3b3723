import { zipSync } from 'fflate';

/** Files as a ZIP archive. Every entry has the same time (1980-01-01), so that the same files give the same bytes. */
export function zipBytes(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? encoder.encode(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: new Date(1980, 0, 1) });
}
