import { CasusError, type ExitCode } from '../../../core/base/error.ts';
import { KIND_WORDS } from '../../../core/export/words.ts';
import { claimsWithin, ledgerRecord } from '../../../core/ledger/index.ts';
import { type Claim, claimantName, type PublicRecord, Scope, SpeechAct } from '../../../core/model/index.ts';
import { openDerivation, openStore } from '../../wire.ts';
import { openRedactor } from '../../wire-redact.ts';
import { type FilterOptions, filterOf } from '../filter-options.ts';
import type { Io } from '../io.ts';
import type { CommonOptions, LedgerOptions, RedactOptions } from '../options.ts';
import { pageFor } from '../page-for.ts';
import { claimTable } from '../view/claim-table.ts';
import { findIncident } from './find-incident.ts';

interface Filters {
  readonly kind?: string;
  readonly act?: string;
  readonly scope?: string;
  readonly claimant?: string;
  readonly incident?: string;
}

/** `casus claims`: who says what in a ledger, as a table; filters narrow it down. */
export async function claims(
  options: CommonOptions & LedgerOptions & RedactOptions & FilterOptions & Filters,
  io: Io,
): Promise<ExitCode> {
  checkFilters(options);
  const filter = filterOf(options);
  const store = await openStore(options.ledger, { mode: 'read' });
  try {
    const whole = await ledgerRecord(store, openDerivation);
    const matches = matcher(options, whole);
    const fitting = Object.keys(filter).length === 0 ? null : await claimsWithin(store, filter);
    const found = withClaims(whole, claim => matches(claim) && (fitting === null || fitting.has(claim.id)));
    const record = (await openRedactor(options)).record(found);
    const text =
      options.json === true
        ? JSON.stringify(record, null, 2)
        : claimTable(record, pageFor(io, options.color)).join('\n');
    await io.stdout.write(`${text}\n`);
    return 0;
  } finally {
    await store.close();
  }
}

/** A value that no claim can have is a mistake of the user, not an empty answer. */
function checkFilters({ kind, act, scope }: Filters): void {
  const allowed: readonly [string, string | undefined, readonly string[]][] = [
    ['--kind', kind, Object.keys(KIND_WORDS)],
    ['--act', act, SpeechAct.options],
    ['--scope', scope, Scope.options],
  ];
  for (const [option, value, values] of allowed) {
    if (value === undefined || values.includes(value)) continue;
    throw new CasusError('usage-invalid', `${option} ${value}`, { detail: `it is one of ${values.join(', ')}` });
  }
}

function matcher(filters: Filters, record: PublicRecord): (claim: Claim) => boolean {
  const { kind, act, scope, claimant, incident } = filters;
  const events =
    incident === undefined ? null : new Set(findIncident(incident, record.incidents).links.map(link => link.eventId));
  return claim =>
    (kind === undefined || claim.kind === kind) &&
    (act === undefined || claim.act === act) &&
    (scope === undefined || claim.scope === scope) &&
    (claimant === undefined || speaks(claim, claimant)) &&
    (events === null || (claim.eventId !== null && events.has(claim.eventId)));
}

function speaks({ claimant }: Claim, name: string): boolean {
  const names = [claimantName(claimant), claimant.words ?? '', ...claimant.via];
  return names.some(known => known.toLowerCase().includes(name.toLowerCase()));
}

/** The record with these claims only, and without reports, events and incidents of which no claim is left. */
function withClaims(record: PublicRecord, wanted: (claim: Claim) => boolean): PublicRecord {
  const codings = record.codings.flatMap(coding => {
    const left = coding.claims.filter(wanted);
    const events = coding.events.filter(event => left.some(claim => claim.eventId === event.id));
    return left.length === 0 ? [] : [{ ...coding, claims: left, events }];
  });
  const reports = new Set(codings.map(coding => coding.reportId));
  const events = new Set(codings.flatMap(coding => coding.events.map(event => event.id)));
  return {
    ...record,
    codings,
    reports: record.reports.filter(report => reports.has(report.id)),
    incidents: record.incidents.filter(incident => incident.links.some(link => events.has(link.eventId))),
  };
}
