import { readTable } from '../base/table.ts';
import { type Source, SourceKind } from '../model/source.ts';

/** What is known of publishers: by the name they are called, and by the address they publish at. */
export interface PublisherRegister {
  /** The publisher of this name, alias or acronym; null where the register has none. */
  named(name: string): Source | null;
  /** The publisher whose domain an address lies in, its subdomains included; null where the register has none. */
  at(url: string): Source | null;
}

/** A register that knows nobody. */
export const NO_PUBLISHERS: PublisherRegister = { named: () => null, at: () => null };

/**
 * Reads tables of publishers (docs/reference/publishers.md): that of the package, then a user's own, whose lines replace
 * those of the same name, alias or domain before them. Throws with the line's name on a kind or country of no known form.
 */
export function readPublishers(tables: readonly string[]): PublisherRegister {
  const byName = new Map<string, Source>();
  const byDomain = new Map<string, Source>();
  for (const row of tables.flatMap(readTable)) {
    const { name = '', aliases = '', acronyms = '', domains = '' } = row;
    const source = sourceOf(name.trim(), row);
    for (const word of [name, ...aliases.split('|'), ...acronyms.split('|')]) {
      if (word.trim() !== '') byName.set(folded(word), source);
    }
    for (const domain of domains.split('|'))
      if (domain.trim() !== '') byDomain.set(domain.trim().toLowerCase(), source);
  }
  return {
    named: name => byName.get(folded(name)) ?? null,
    at(url) {
      for (let host = hostOf(url); host.includes('.'); host = host.slice(host.indexOf('.') + 1)) {
        const found = byDomain.get(host);
        if (found !== undefined) return found;
      }
      return null;
    },
  };
}

/** The host of an address in small letters, without port and user; empty where there is none. */
export function hostOf(url: string): string {
  return /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase().replace(/\.$/, '') ?? '';
}

function sourceOf(
  name: string,
  { kind = '', country = '', affiliation = '' }: Readonly<Record<string, string>>,
): Source {
  if (name === '') throw new Error('a publisher has no name');
  const known = SourceKind.nullable().safeParse(kind === '' ? null : kind);
  if (!known.success) throw new Error(`publisher '${name}': '${kind}' is no kind`);
  if (!/^(?:[A-Z]{3})?$/.test(country))
    throw new Error(`publisher '${name}': '${country}' is no ISO 3166-1 alpha-3 code`);
  return { name, kind: known.data, country: country || null, affiliation: affiliation || null };
}

/** "The Upland Post" and "upland post" are one name. */
function folded(name: string): string {
  return name.trim().toLowerCase().replace(/^the /, '').replace(/\s+/g, ' ');
}
