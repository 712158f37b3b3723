/**
 * Where the reader is: the parts of the path and the query. It stands behind the `#` of the address, so that one page of
 * files serves every view, on any host and in any folder, and an address can be shared with its filters.
 */
export interface Route {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

/** Reads the part of an address that begins with `#`. What cannot be decoded is kept as it stands. */
export function readHash(hash: string): Route {
  const [path = '', query = ''] = splitOnce(hash.replace(/^#\/?/, ''), '?');
  return {
    path: path
      .split('/')
      .filter(part => part !== '')
      .map(decoded),
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

/** Writes it again. Values that are empty are left out; the order of the query is that of its names. */
export function hashOf({ path, query }: { readonly path: readonly string[]; readonly query?: Query }): string {
  const words = new URLSearchParams(
    Object.entries(query ?? {})
      .filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '')
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${words === '' ? '' : `?${words}`}`;
}

/** A query to be written: what is undefined or empty is not part of it. */
export type Query = Readonly<Record<string, string | undefined>>;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function splitOnce(text: string, at: string): readonly [string, string] {
  const index = text.indexOf(at);
  return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + at.length)];
}
