import type { Estimate } from '../../../core/model/index.ts';

/**
 * A range as a bar of `width` columns on a scale from 0 to `max`: `●` for one figure, `├──┤` between two bounds, an
 * arrow where a bound is open. An account that gives no figure has no bar.
 */
export function rangeBar({ low, high }: Pick<Estimate, 'low' | 'high'>, max: number, width: number): string {
  if (low === null && high === null) return ' '.repeat(width);
  const last = width - 1;
  const at = (count: number) => Math.min(last, Math.round((count / max) * last));
  const from = low === null ? 0 : at(low);
  const to = high === null ? last : at(high);
  if (low !== null && low === high) return `${' '.repeat(from)}●`.padEnd(width);
  if (to <= from) return `${' '.repeat(Math.min(from, last))}${high === null ? '▸' : '┼'}`.padEnd(width);
  const line = '─'.repeat(to - from - 1);
  return `${' '.repeat(from)}${low === null ? '◂' : '├'}${line}${high === null ? '▸' : '┤'}`.padEnd(width);
}
