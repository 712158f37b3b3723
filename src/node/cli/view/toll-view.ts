import {
  ACT_WORDS,
  countInWords,
  estimateInWords,
  HARM_WORDS,
  rangeInWords,
  victimsInWords,
} from '../../../core/export/words.ts';
import type { Claim, Toll, TollEntry } from '../../../core/model/index.ts';
import type { Cited } from './cited.ts';
import { columns } from './columns.ts';
import { hanging, type Page } from './page.ts';
import { rangeBar } from './range-bar.ts';
import { visible } from './visible.ts';

const BAR_WIDTH = 18;

/**
 * The tolls of one incident in lines: a range by harm and side with who says it; where several do, every account under it
 * with its figure, a bar on one scale, and the speaker. Accounts are set side by side, never averaged.
 */
export function tollView(tolls: readonly Toll[], cited: ReadonlyMap<string, Cited>, indent: number, page: Page) {
  const sorted = [...tolls].sort((a, b) => HARMS.indexOf(a.harm) - HARMS.indexOf(b.harm));
  const heads = columns(sorted.map(headRow(cited)), indent, page);
  const accounts = accountLines(sorted.filter(isTold), cited, indent + 2, page);
  return sorted.flatMap((toll, i) => {
    const gap = i > 0 && accounts.size > 0 ? [''] : [];
    const why = isTold(toll) ? hanging(' '.repeat(indent + 2), visible(toll.why), page, 'faint') : [];
    return [...gap, ...(heads[i] ?? []), ...(accounts.get(toll) ?? []), ...why];
  });
}

const HARMS = Object.keys(HARM_WORDS);

/** Whether several accounts give it, so that they are set side by side. */
function isTold(toll: Toll): boolean {
  return toll.entries.length > 1;
}

function headRow(cited: ReadonlyMap<string, Cited>): (toll: Toll) => readonly string[] {
  return toll => [
    HARM_WORDS[toll.harm],
    visible(whose(toll, cited)),
    tollRange(toll, cited),
    isTold(toll) ? `${toll.entries.length} accounts` : visible(toll.entries.map(inShort(cited)).join()),
  ];
}

/** Side and status; where no side is told, the place of harm that all accounts name: it is no side, and says more. */
function whose(toll: Toll, cited: ReadonlyMap<string, Cited>): string {
  const victims = victimsInWords(toll.side, toll.status);
  if (toll.side !== null) return victims;
  const places = new Set(toll.entries.map(({ claimId }) => placeOfHarm(cited.get(claimId)?.claim)));
  const [place] = places;
  return places.size !== 1 || place === undefined || place === null ? victims : `in ${place}; ${victims}`;
}

function placeOfHarm(claim: Claim | undefined): string | null {
  return claim?.kind === 'casualty' ? (claim.place?.name ?? null) : null;
}

/** The range of a toll in words, with the preferred figure where the policy finds one. */
function tollRange(toll: Toll, cited: ReadonlyMap<string, Cited>): string {
  const [only, ...others] = toll.entries.filter(entry => entry.supersededBy === null);
  const claim = only === undefined ? undefined : cited.get(only.claimId)?.claim;
  const single = others.length === 0 && claim?.kind === 'casualty' ? estimateInWords(claim.estimate) : null;
  const best = toll.best !== null && toll.low !== toll.high ? `, best ${countInWords(toll.best)}` : '';
  return `${single ?? rangeInWords(toll) + best}${toll.unit === 'families' ? ' families' : ''}`;
}

/** The accounts of all tolls in the same columns, the bars of each toll on its own scale. */
function accountLines(tolls: readonly Toll[], cited: ReadonlyMap<string, Cited>, indent: number, page: Page) {
  const rows = tolls.flatMap(toll => {
    const scale = Math.max(1, ...toll.entries.flatMap(entry => [entry.low ?? 0, entry.best ?? 0, entry.high ?? 0]));
    return toll.entries.map(entry => ({
      toll,
      cells: [rangeInWords(entry), rangeBar(entry, scale, BAR_WIDTH), visible(speaker(entry, cited))],
    }));
  });
  const lines = columns(
    rows.map(({ cells }) => cells),
    indent,
    page,
  );
  const byToll = new Map<Toll, string[]>();
  for (const [i, { toll }] of rows.entries()) byToll.set(toll, [...(byToll.get(toll) ?? []), ...(lines[i] ?? [])]);
  return byToll;
}

/** `Army of Chad admits [A1]`: who gives this figure, and the number of the claim. */
function inShort(cited: ReadonlyMap<string, Cited>): (entry: TollEntry) => string {
  return ({ claimId, claimant }) => {
    const found = cited.get(claimId);
    const who = claimant === 'author' ? 'the report itself' : claimant;
    return found === undefined ? who : `${who} ${ACT_WORDS[found.claim.act]} [${found.label}]`;
  };
}

/** The same with the publisher, where there are several, and whether the speaker later gave another figure. */
function speaker(entry: TollEntry, cited: ReadonlyMap<string, Cited>): string {
  const isAlone = [...cited.values()].every(({ report }) => report.id === entry.reportId);
  const source = isAlone ? undefined : cited.get(entry.claimId)?.report.source?.name;
  const later = entry.supersededBy === null ? '' : '; replaced by a later figure of the same speaker';
  return `${inShort(cited)(entry)}${source === undefined ? '' : `, ${source}`}${later}`;
}
