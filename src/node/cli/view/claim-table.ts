import { claimInWords } from '../../../core/export/claim-words.ts';
import { ACT_WORDS, claimantInWords, KIND_WORDS } from '../../../core/export/words.ts';
import type { PublicRecord } from '../../../core/model/index.ts';
import { citeClaims } from './cited.ts';
import { columns } from './columns.ts';
import { hanging, type Page } from './page.ts';
import { reportTitle } from './report-view.ts';
import { visible } from './visible.ts';

/** The claims of a record as a table, report by report: kind, who says it and how, what is said, and the words of it. */
export function claimTable(record: PublicRecord, page: Page): readonly string[] {
  const cited = [...citeClaims(record).values()];
  if (cited.length === 0) return ['No claim is like this.'];
  const head = ['', 'KIND', 'WHO SAYS IT', 'WHAT', 'IN WHICH WORDS'];
  const rows = cited.map(({ claim, report, label }) => [
    label,
    claim.scope === 'incident' ? KIND_WORDS[claim.kind] : `${KIND_WORDS[claim.kind]} (${claim.scope})`,
    visible(`${claimantInWords(claim.claimant, report.source)} ${ACT_WORDS[claim.act]}`),
    visible(claimInWords(claim, report.text)),
    visible(`“${claim.evidence.quote}”`),
  ]);
  const [first = [], ...set] = columns([head, ...rows], 0, page);
  const lines = set.flatMap((row, i) => {
    const one = cited[i];
    const isFirst = one !== undefined && cited[i - 1]?.report.id !== one.report.id;
    const title = isFirst ? ['', ...hanging('', visible(reportTitle(one.report, page.width)), page, 'title')] : [];
    return [...title, ...row];
  });
  return [...first.map(line => page.paint.label(line)), ...lines];
}
