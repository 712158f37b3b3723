import { sha256Hex } from '../../src/core/base/content-id.ts';
import type { ActorKind, ActorRef } from '../../src/core/model/index.ts';

const KINDS: readonly (readonly [RegExp, ActorKind])[] = [
  [/^Military Forces of (?:the )?(.+)$/, 'military'],
  [/^Police Forces of (?:the )?(.+)$/, 'police'],
  [/^Government of (?:the )?(.+)$/, 'government'],
  [/^Civilians(?: \((.+)\))?$/, 'civilians'],
];

/** An actor of the gold set as a coder that knows all actors would give it: kind and country stand in its canonical name. */
export function oracleActor(name: string): ActorRef {
  for (const [pattern, kind] of KINDS) {
    const match = pattern.exec(name);
    if (match !== null) return actor(name, kind, match[1] === undefined ? null : countryCode(match[1]));
  }
  return actor(name, null, null);
}

function actor(name: string, kind: ActorKind | null, country: string | null): ActorRef {
  return { id: `gold:${name}`, name, kind, country, span: null, basis: 'stated', rule: null };
}

/** Three letters that only tell countries apart: no table of codes is read here. */
function countryCode(country: string): string {
  const hash = Number.parseInt(sha256Hex(country).slice(0, 8), 16);
  return String.fromCharCode(...[1, 26, 676].map(power => 65 + (Math.floor(hash / power) % 26)));
}
