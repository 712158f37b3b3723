import { type Estimate, estimate } from '../../model/estimate.ts';
import type { QualifierWord } from './number-lexicon.ts';

/** What the bare words of a number give: one figure (`round` for "a dozen"), a range, or a bound below ("dozens"). */
export type NumberValue =
  | { readonly form: 'figure'; readonly value: number; readonly round?: boolean }
  | { readonly form: 'range'; readonly low: number; readonly high: number }
  | { readonly form: 'vague'; readonly low: number };

/**
 * Number and qualifier into low, best, high (codebook §5.1–5.2): at least 12 → 12..; more than 12 → 13..; nearly 12 →
 * ..12; up to 12 → ..12; about 12 → 12..12 about; 10 to 12 → 10..12; dozens → 24...
 */
export function countEstimate(value: NumberValue, qualifier: QualifierWord | null): Estimate {
  switch (value.form) {
    case 'vague':
      return estimate(value.low, null, null, 'vague');
    case 'range':
      return estimate(value.low, null, value.high, 'between');
    case 'figure':
      return figureEstimate(Math.round(value.value), qualifier ?? (value.round === true ? 'about' : null));
  }
}

function figureEstimate(count: number, qualifier: QualifierWord | null): Estimate {
  switch (qualifier) {
    case null:
      return estimate(count, count, count, 'exact');
    case 'at-least':
      return estimate(count, count, null, 'at-least');
    case 'over':
      return estimate(count + 1, null, null, 'at-least');
    case 'nearly':
      return estimate(null, null, count, 'about');
    case 'under':
      return estimate(null, null, Math.max(count - 1, 0), 'at-most');
    case 'at-most':
      return estimate(null, null, count, 'at-most');
    case 'about':
      return estimate(count, count, count, 'about');
  }
}
