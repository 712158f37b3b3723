import { CasusError, type ExitCode } from '../../../core/base/error.ts';
import { ACT_WORDS, claimantInWords } from '../../../core/export/words.ts';
import { Filter, type FoundClaim, type Store } from '../../../core/ledger/index.ts';
import type { Report } from '../../../core/model/index.ts';
import { openStore } from '../../wire.ts';
import { openRedactor } from '../../wire-redact.ts';
import { type FilterOptions, filterOf } from '../filter-options.ts';
import type { Io } from '../io.ts';
import type { CommonOptions, LedgerOptions, RedactOptions } from '../options.ts';
import { pageFor } from '../page-for.ts';
import { hanging } from '../view/page.ts';
import { visible } from '../view/visible.ts';

/** Quotes and reports that are printed, each. */
const LISTED_MAX = 20;

/** `casus search`: the quotes and the reports that have these words, the closest match first. */
export async function search(
  words: readonly string[],
  options: CommonOptions & LedgerOptions & RedactOptions & FilterOptions & { readonly review?: string },
  io: Io,
): Promise<ExitCode> {
  const asked = Filter.safeParse({ ...filterOf(options), text: words.join(' '), review: options.review });
  if (!asked.success) throw new CasusError('usage-invalid', words.join(' '), { detail: 'write at least one word' });
  const store = await openStore(options.ledger, { mode: 'read' });
  try {
    const { claims, reports, isAll } = await find(asked.data, store, options);
    if (options.json === true) {
      await io.stdout.write(`${JSON.stringify({ claims, reports }, null, 2)}\n`);
      return 0;
    }
    const page = pageFor(io, options.color);
    const lines = claims.flatMap(({ reportId, claim, review }) => [
      ...hanging('', visible(`“${claim.evidence.quote}”`), page),
      ...hanging(
        '  ',
        visible(
          [
            `${claimantInWords(claim.claimant)}, ${ACT_WORDS[claim.act]}`,
            ...(review === 'coded' ? [] : [review]),
            reportId,
          ].join(' · '),
        ),
        page,
        'faint',
      ),
    ]);
    const titles = reports.flatMap(({ id, text, headline, source, publishedAt }) => {
      const title = headline === null ? text.slice(0, 80).split('\n')[0] : text.slice(headline.start, headline.end);
      const told = [source?.name ?? 'publisher not known', publishedAt ?? 'undated', id].join(' · ');
      return [...hanging('', visible(title ?? ''), page), ...hanging('  ', visible(told), page, 'faint')];
    });
    const more = isAll ? [] : ['', `Only the first ${LISTED_MAX} of each are shown.`];
    const empty = lines.length + titles.length === 0 ? ['Nothing in this ledger has these words.'] : [];
    const parted = lines.length > 0 && titles.length > 0 ? ['', 'Reports', ''] : [];
    await io.stdout.write(`${[...lines, ...parted, ...titles, ...more, ...empty].join('\n')}\n`);
    return 0;
  } finally {
    await store.close();
  }
}

async function find(filter: Filter, store: Store, options: RedactOptions) {
  const claims = await store.findClaims(filter, { limit: LISTED_MAX });
  const reports = await store.findReports(filter, { limit: LISTED_MAX });
  const redactor = await openRedactor(options);
  const shown: FoundClaim[] = [];
  for (const found of claims.items) {
    const report = options.redact === true ? await store.report(found.reportId) : null;
    shown.push(redactor.told(found, report === null ? [] : [report]));
  }
  return {
    claims: shown,
    reports: reports.items.map((report): Report => redactor.told(report, [report])),
    isAll: claims.next === null && reports.next === null,
  };
}
