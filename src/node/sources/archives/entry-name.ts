const LENGTH_MAX = 1_000;

/**
 * The name of an archive's entry, with slashes; null for one that would lead out of the archive's folder, or that no
 * file can have: absolute, with `..`, a drive, control characters, or endless. Entries are never written to disk under
 * their names; this keeps a harmful name out of provenance and off the terminal too.
 */
export function safeEntryName(name: string): string | null {
  const path = name.replaceAll('\\', '/');
  if (path === '' || path.length > LENGTH_MAX || /\p{Cc}|^\/|^[a-z]:|\uFFFD/iu.test(path)) return null;
  const parts = path.split('/').filter(part => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? null : parts.join('/');
}

/** A name that may stand in a message: what is not printed is shown as a question mark, and the middle of a long one left out. */
export function shownName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\uFFFD]/gu, '?');
  return plain.length <= 120 ? plain : `${plain.slice(0, 80)}…${plain.slice(-30)}`;
}
