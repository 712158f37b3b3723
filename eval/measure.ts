/** What the command line hands to a measure. */
export interface MeasureOptions {
  /** `--mode`, for measures that offer several ("fast", "accurate"); null when it was not given. */
  readonly mode: string | null;
}

/** One wrong case, for people who tune: where it is, what went wrong, and the words it is about. */
export interface WrongCase {
  readonly id: string;
  readonly what: string;
  readonly text: string;
}

/** What a measure found. Shares run from 0 to 1, never percent; the errors come worst or first in text order. */
export interface MeasureResult {
  /** Documents, or sentences where a record is a sentence. */
  readonly records: number;
  /** Time spent in the product's code: reading and parsing the data and scoring are left out. */
  readonly seconds: number;
  readonly scores: Readonly<Record<string, number>>;
  readonly errors: readonly WrongCase[];
  /** Further figures for people who tune; they are shown, and enter neither the baseline nor `--json`. */
  readonly details?: Readonly<Record<string, string>>;
}

/** How to read one score. */
export interface ScoreFacts {
  /** The number to beat, as `../shared/corpora/README.md` or an issue gives it; null where there is none. */
  readonly beat: number | null;
  /** True where a smaller number is better (an error, a count of inventions). */
  readonly lowerIsBetter?: boolean;
  /** How far the score may fall before `npm run eval` fails; 0.005 where it is not said. */
  readonly noise?: number;
}

/**
 * One measure: a file `eval/measures/<name>.ts` that exports `measure`. It runs the shipped code and models on data in
 * the format of `../shared/EVAL.md`, and reads nothing but that data and the files of the same split beside it.
 */
export interface Measure {
  readonly name: string;
  /** One line for people: what is measured. */
  readonly about: string;
  /** Development data, relative to `../shared`; each path is scored, and kept in the baseline, on its own. */
  readonly data: readonly string[];
  readonly scores: Readonly<Record<string, ScoreFacts>>;
  run(dataPath: string, options: MeasureOptions): MeasureResult | Promise<MeasureResult>;
}
