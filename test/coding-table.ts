import { expect } from 'vitest';
import { code, verify } from '../src/core/coding/index.ts';
import { readReport } from '../src/core/ingest/index.ts';
import { analyze } from '../src/core/language/analyze.ts';
import type { Claim } from '../src/core/model/claim.ts';
import { claimantName } from '../src/core/model/claimant.ts';
import type { Coding } from '../src/core/model/coding.ts';
import type { Estimate } from '../src/core/model/estimate.ts';
import { loadCodebook, loadResources } from '../src/node/resources/load.ts';

const resources = loadResources();
const codebook = loadCodebook();

/** Codes a text with the shipped models and rules, as a report of that day. */
export function codeText(text: string, publishedAt: string | null = null): Coding {
  const { value: report } = readReport({ text, given: { publishedAt } });
  const { value: doc } = analyze(report, resources);
  return verify(code(doc, codebook).value, report).value;
}

/** Compares the claims of one kind with rows that a coder could write, in text order. */
export function checkClaims(
  text: string,
  kind: Claim['kind'],
  expected: readonly string[],
  publishedAt?: string,
): void {
  const claims = codeText(text, publishedAt ?? null).claims.filter(claim => claim.kind === kind);
  expect(claims.map(told), text).toEqual(expected);
}

/** One claim as one line: what, who or how many; by whom; how; and its words. */
function told(claim: Claim): string {
  const by = claimantName(claim.claimant);
  const scope = claim.scope === 'incident' ? '' : ` (${claim.scope})`;
  return `${contentOf(claim)} | ${by} ${claim.act}${scope} | ${claim.evidence.quote}`;
}

function contentOf(claim: Claim): string {
  switch (claim.kind) {
    case 'casualty':
      return `${claim.harm} ${range(claim.estimate)} ${claim.victims.side?.name ?? '–'}, ${claim.victims.status}${claim.victims.partOf === null ? '' : ', part'}`;
    case 'event':
      return `${claim.type}${claim.polarity === 'negative' ? ' not' : ''}: ${claim.roles.map(({ role, actor }) => `${role} ${actor.name}`).join(', ') || '–'}`;
    case 'strength':
      return `${claim.owner?.name ?? '–'}: ${range(claim.estimate)} ${claim.what}`;
    case 'relation':
      return `${claim.from.name} ${claim.type} ${claim.to.name} (${claim.valid})`;
    case 'responsibility':
      return `${claim.actor?.name ?? 'nobody'}${claim.began ? ' began' : ''}`;
    case 'ceasefire':
      return `${claim.status}: ${claim.parties.map(({ name }) => name).join(', ') || '–'}`;
    case 'warning':
    case 'risk':
    case 'denial':
    case 'opinion':
      return claim.kind;
  }
}

function range({ low, high, qualifier }: Estimate): string {
  const bounds = low === high ? `${low}` : `${low ?? ''}..${high ?? ''}`;
  return qualifier === 'exact' || qualifier === 'at-least' || qualifier === 'between'
    ? bounds
    : `${bounds} ${qualifier}`;
}
