import type { PartOfDay } from '../../model/when.ts';

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';
export type Season = 'SP' | 'SU' | 'FA' | 'WI';
export type Edge = 'early' | 'mid' | 'late';
/** From where a relative expression counts: the publication ("ago") or the day that the text has come to ("later"). */
export type Origin = 'published' | 'story';

export type Feast = 'christmas' | 'christmas-eve' | 'new-year' | 'new-year-eve' | 'easter' | 'nowruz';

/** A day, month or year as written; what is null was not said. 1 BC is the year 0, 2 BC −1, as astronomers count. */
export interface CalendarReading {
  readonly type: 'calendar';
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** "May of last year": years to add to the one of publication. */
  readonly yearShift?: number;
  /** "the 29th of last month": months to add to the one of publication. */
  readonly monthShift?: number;
  /** "last May", "next May", "this May" count from the publication, "that", "the following" May from the story. */
  readonly turn?: 'last' | 'next' | 'this' | 'that' | 'previous' | 'following';
}

/** What the words of one time expression say, before any anchor is known. Amounts are null where they are vague. */
export type Reading =
  | CalendarReading
  | { readonly type: 'weekday'; readonly weekday: number; readonly weeks: 'last' | 'next' | 'this' | null }
  | {
      readonly type: 'shift';
      readonly unit: Unit;
      readonly amount: number | null;
      readonly sign: 1 | -1;
      readonly from: Origin;
    }
  | {
      readonly type: 'stretch';
      readonly unit: Unit;
      readonly amount: number | null;
      readonly sign: 1 | -1;
      readonly from: Origin;
    }
  | { readonly type: 'length'; readonly unit: Unit; readonly amount: number | null }
  | { readonly type: 'repeated'; readonly unit: Unit; readonly weekday: number | null }
  | {
      readonly type: 'season';
      readonly season: Season;
      readonly year: number | null;
      readonly shift: number | null;
    }
  | { readonly type: 'decade'; readonly year: number; readonly bc?: boolean }
  | { readonly type: 'century'; readonly century: number; readonly bc?: boolean }
  | {
      readonly type: 'part-of-year';
      readonly part: string;
      readonly year: number;
      readonly months: readonly [number, number];
    }
  | {
      readonly type: 'hijri';
      readonly year: number | null;
      readonly month: number;
      readonly day: number | null;
      readonly length: number | null;
    }
  | { readonly type: 'numeric'; readonly one: number; readonly other: number; readonly year: number }
  | { readonly type: 'named'; readonly name: string; readonly year: number | null; readonly feast?: Feast }
  | {
      /** "the last week of August", "the first three months of 2023": `nth` counts from 1, −1 is the last. */
      readonly type: 'slice';
      readonly nth: number;
      readonly amount: number | null;
      readonly unit: Unit;
      readonly of: CalendarReading;
    }
  | { readonly type: 'weekend' }
  | { readonly type: 'part' }
  | { readonly type: 'reference'; readonly value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF' }
  | { readonly type: 'range'; readonly from: Candidate; readonly to: Candidate };

/** A pattern's proposal: pieces `[from, to)` of the text, and what they say. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly rule: string;
  readonly reading: Reading;
  readonly part: PartOfDay | null;
  /** "02:00", "17:15". */
  readonly clock: string | null;
  readonly edge: Edge | null;
}
