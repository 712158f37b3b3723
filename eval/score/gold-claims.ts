import type { GoldFolder } from '../gold/gold-set.ts';
import {
  alignReport,
  CASUALTY_FIELDS,
  CLAIM_FIELDS,
  type ClaimField,
  type ClaimPair,
  fieldsOf,
  isRight,
  type NameContext,
  type PlacedGold,
} from './claim-alignment.ts';
import { GoldNames } from './gold-names.ts';
import type { FolderPrediction, PredictedClaim } from './gold-prediction.ts';

/** The claims of one report, paired. */
export interface AlignedReport {
  readonly context: NameContext;
  readonly text: string;
  readonly golds: readonly PlacedGold[];
  readonly mine: readonly PredictedClaim[];
  readonly matched: readonly ClaimPair[];
  readonly rest: readonly ClaimPair[];
}

export interface Prf {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface ClaimScores {
  readonly all: Prf;
  readonly byKind: Readonly<Record<string, Prf>>;
  readonly accuracy: Readonly<Record<ClaimField, number>>;
  /** Claims whose words are not in the report. */
  readonly quotesNotInReport: number;
  /** Claims that overlap no gold claim of their kind, or only ones that another claim pairs with. */
  readonly unaligned: number;
}

export const KINDS: readonly string[] =
  'casualty event strength relation warning risk responsibility denial ceasefire'.split(' ');

/** Pairs the claims of all reports of a set. */
export function alignFolders(
  folders: readonly GoldFolder[],
  predictions: ReadonlyMap<string, FolderPrediction>,
): readonly AlignedReport[] {
  const names = new GoldNames(folders);
  return folders.flatMap(({ folder, reports, texts }) =>
    reports.map(report => {
      const text = texts.get(report.file) ?? '';
      const coded = predictions.get(folder)?.reports.filter(({ file }) => file === report.file) ?? [];
      const mine = coded.flatMap(({ claims }) => claims);
      const context = { folder, report, names };
      return { context, text, mine, ...alignReport(folder, report, text, mine, names) };
    }),
  );
}

/** Precision, recall and F1 of claims, and how often each field of a pair is right, as `gold-dev/score.py` counts. */
export function scoreClaims(reports: readonly AlignedReport[]): ClaimScores {
  const golds = reports.flatMap(report => report.golds);
  const mine = reports.flatMap(report => report.mine);
  const matched = reports.flatMap(report => report.matched);
  const kind = (name: string) =>
    prf(
      matched.filter(([gold]) => gold.claim.kind === name).length,
      mine.filter(claim => claim.kind === name).length,
      golds.filter(({ claim }) => claim.kind === name).length,
    );
  const accuracy = (field: ClaimField) => {
    let [of, right] = [0, 0];
    for (const { context, matched: sure, rest } of reports) {
      for (const [{ claim }, other] of [...sure, ...rest]) {
        if (!fieldsOf(claim).includes(field)) continue;
        of += 1;
        right += Number(isRight(claim, other, field, context));
      }
    }
    return of === 0 ? 1 : right / of;
  };
  const fields = [...CASUALTY_FIELDS, ...CLAIM_FIELDS].map(field => [field, accuracy(field)] as const);
  return {
    all: prf(matched.length, mine.length, golds.length),
    byKind: Object.fromEntries(KINDS.map(name => [name, kind(name)])),
    accuracy: Object.fromEntries(fields) as Record<ClaimField, number>,
    quotesNotInReport: mine.filter(({ start, end }) => start < 0 || end <= start).length,
    unaligned: mine.length - matched.length - reports.flatMap(({ rest }) => rest).length,
  };
}

/** Precision, recall and F1; a share of nothing is 1, as in the reference scorer. */
function prf(found: number, predicted: number, gold: number): Prf {
  const precision = predicted === 0 ? 1 : found / predicted;
  const recall = gold === 0 ? 1 : found / gold;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
