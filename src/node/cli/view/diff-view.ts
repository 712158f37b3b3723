import type { CodingDiff, LedgerDiff } from '../../../core/ledger/index.ts';
import type { Claim } from '../../../core/model/index.ts';
import { hanging, type Page } from './page.ts';
import { visible } from './visible.ts';

/** What two ledgers say differently, report by report, then incident by incident, with the numbers at the end. */
export function diffView({ reports, codings, incidents }: LedgerDiff, page: Page): readonly string[] {
  const { merged, split, added, gone } = incidents;
  const lines = [
    ...codings.flatMap(coding => codingLines(coding, page)),
    ...merged.flatMap(one => hanging('', `merged: ${one.before.join(', ')} into ${one.after.join(', ')}`, page)),
    ...split.flatMap(one => hanging('', `split: ${one.before.join(', ')} into ${one.after.join(', ')}`, page)),
    ...added.flatMap(id => hanging('', `new incident: ${id}`, page)),
    ...gone.flatMap(id => hanging('', `incident gone: ${id}`, page)),
    ...reports.added.flatMap(id => hanging('', `new report: ${id}`, page)),
    ...reports.gone.flatMap(id => hanging('', `report gone: ${id}`, page)),
  ];
  const count = (pick: (coding: CodingDiff) => readonly unknown[]) =>
    codings.reduce((sum, coding) => sum + pick(coding).length, 0);
  const summary =
    `Claims: ${count(({ added: new_ }) => new_)} added, ${count(one => one.gone)} gone, ` +
    `${count(({ changed }) => changed)} changed, in ${codings.length} reports. ` +
    `Incidents: ${merged.length} merged, ${split.length} split, ${added.length} added, ${gone.length} gone. ` +
    `Reports: ${reports.added.length} added, ${reports.gone.length} gone.`;
  return [...lines, ...(lines.length > 0 ? [''] : []), ...hanging('', summary, page)];
}

function codingLines({ reportId, coders, added, gone, changed }: CodingDiff, page: Page): readonly string[] {
  const [before, after] = coders;
  return [
    ...hanging('', before === after ? reportId : `${reportId}: ${before}, then ${after}`, page, 'title'),
    ...gone.flatMap(claim => hanging('  - ', inShort(claim), page)),
    ...added.flatMap(claim => hanging('  + ', inShort(claim), page)),
    ...changed.flatMap(({ after: claim, fields }) => [
      ...hanging('  ~ ', inShort(claim), page),
      ...fields.flatMap(one =>
        hanging('      ', visible(`${one.field}: ${shown(one.before)} → ${shown(one.after)}`), page, 'faint'),
      ),
    ]),
  ];
}

function inShort({ id, kind, evidence }: Claim): string {
  return visible(`${kind} ${id}: “${evidence.quote}”`);
}

function shown(value: unknown): string {
  return value === undefined ? 'not there' : JSON.stringify(value);
}
