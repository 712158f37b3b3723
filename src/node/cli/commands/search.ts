import { CasusError, type ExitCode } from '../../../core/base/error.ts';
import { ACT_WORDS, claimantInWords } from '../../../core/export/words.ts';
import { Filter } from '../../../core/ledger/index.ts';
import { openStore } from '../../wire.ts';
import { type FilterOptions, filterOf } from '../filter-options.ts';
import type { Io } from '../io.ts';
import type { CommonOptions, LedgerOptions } from '../options.ts';
import { pageFor } from '../page-for.ts';
import { hanging } from '../view/page.ts';
import { visible } from '../view/visible.ts';

/** Quotes and reports that are printed, each. */
const LISTED_MAX = 20;

/** `casus search`: the quotes and the reports that have these words, the closest match first. */
export async function search(
  words: readonly string[],
  options: CommonOptions & LedgerOptions & FilterOptions & { readonly review?: string },
  io: Io,
): Promise<ExitCode> {
  const asked = Filter.safeParse({ ...filterOf(options), text: words.join(' '), review: options.review });
  if (!asked.success) throw new CasusError('usage-invalid', words.join(' '), { detail: 'write at least one word' });
  const store = await openStore(options.ledger, { mode: 'read' });
  try {
    const claims = await store.findClaims(asked.data, { limit: LISTED_MAX });
    const reports = await store.findReports(asked.data, { limit: LISTED_MAX });
    if (options.json === true) {
      await io.stdout.write(`${JSON.stringify({ claims: claims.items, reports: reports.items }, null, 2)}\n`);
      return 0;
    }
    const page = pageFor(io, options.color);
    const lines = claims.items.flatMap(({ reportId, claim, review }) => [
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
    const titles = reports.items.flatMap(({ id, text, headline, source, publishedAt }) => {
      const title = headline === null ? text.slice(0, 80).split('\n')[0] : text.slice(headline.start, headline.end);
      const told = [source?.name ?? 'publisher not known', publishedAt ?? 'undated', id].join(' · ');
      return [...hanging('', visible(title ?? ''), page), ...hanging('  ', visible(told), page, 'faint')];
    });
    const more =
      claims.next === null && reports.next === null ? [] : ['', `Only the first ${LISTED_MAX} of each are shown.`];
    const empty = lines.length + titles.length === 0 ? ['Nothing in this ledger has these words.'] : [];
    const parted = lines.length > 0 && titles.length > 0 ? ['', 'Reports', ''] : [];
    await io.stdout.write(`${[...lines, ...parted, ...titles, ...more, ...empty].join('\n')}\n`);
    return 0;
  } finally {
    await store.close();
  }
}
