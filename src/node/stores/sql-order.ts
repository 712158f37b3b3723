import { formatIsoDay, parseIsoDay } from '../../core/base/iso-day.ts';
import type { Filter } from '../../core/ledger/index.ts';
import { LONG_DAYS } from '../../core/ledger/rows/index.ts';
import { ALIASES, allOf, type Clause, clause, type Source } from './sql-database.ts';

/** More rows than this are not sorted, but walked through in their order until enough fit. */
export const SORTED_MAX = 5_000;

interface Ordered {
  readonly noun: 'claim' | 'report' | 'incident';
  readonly columns: string;
  readonly where: readonly Clause[];
  readonly order: readonly string[];
  readonly filter: Filter;
  readonly limit: number;
}

/**
 * A list in its order. Where a first day is asked for, what may have begun within a month before it and what is longer
 * than a month are two parts, so that none of them is walked through from the beginning of all time.
 */
export function ordered(source: Source, { noun, columns, where, order, filter, limit }: Ordered): Clause {
  const alias = ALIASES[noun];
  const { from } = filter;
  const since = from === undefined ? null : formatIsoDay((parseIsoDay(from) ?? 0) - LONG_DAYS);
  const parts: readonly (readonly Clause[])[] =
    since === null || source.isNarrow || noun === 'report'
      ? [[]]
      : [[clause(`${alias}.is_long = 0 AND ${alias}.day_key >= ?`, since)], [clause(`${alias}.is_long = 1`)]];
  const selects = parts.map(part => {
    const condition = allOf([...part, ...source.where, ...where]);
    return clause(
      `SELECT ${columns} FROM ${source.from.sql} WHERE ${condition.sql}`,
      ...source.from.values,
      ...condition.values,
    );
  });
  return clause(
    `${selects.map(({ sql }) => sql).join(' UNION ALL ')} ORDER BY ${order.join(', ')} LIMIT ${limit}`,
    ...selects.flatMap(({ values }) => values),
  );
}
