import type { WrongCase } from '../measure.ts';
import { CLAIM_FIELDS, type ClaimField, fieldsOf, goldValue, isRight } from './claim-alignment.ts';
import type { AlignedReport } from './gold-claims.ts';

interface Case {
  readonly id: string;
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What is wrong, report by report in text order: `missed` gold claims, claims that are `wrong` in harm or bounds, found
 * ones with a wrong `field`, and `invented` ones that no gold claim of their kind shares words with. Each shows its
 * sentence with the words of the claim in guillemets.
 */
export function goldErrors(reports: readonly AlignedReport[]): readonly WrongCase[] {
  return reports.flatMap(report => {
    const { folder, report: gold } = report.context;
    const cases = [...goldCases(report), ...inventedCases(report)].sort((a, b) => a.start - b.start || a.end - b.end);
    return cases.map(({ id, what, start, end }) => ({
      id: `${folder}/${gold.file.replace(/\.txt$/, '')}#${id}`,
      what,
      text: sentenceOf(report.text, start, end),
    }));
  });
}

function goldCases({ golds, matched, rest, context }: AlignedReport): readonly Case[] {
  const mineOf = new Map([...matched, ...rest]);
  const found = new Set(matched.map(([gold]) => gold));
  return golds.flatMap(gold => {
    const { claim, start, end } = gold;
    const value = (field: ClaimField) => show(goldValue(claim, field));
    const mine = mineOf.get(gold);
    if (mine === undefined) return [{ id: claim.id, what: `missed ${describe(claim.kind, value)}`, start, end }];
    const wrong = fieldsOf(claim).filter(field => !isRight(claim, mine, field, context));
    if (wrong.length === 0) return [];
    const faults = wrong.map(field => `${field} ${value(field)} ≠ ${show(mine[field])}`);
    const what = `${found.has(gold) ? 'field' : 'wrong'} ${describe(claim.kind, value)}; gold ≠ found: ${faults.join(', ')}`;
    return [{ id: claim.id, what, start, end }];
  });
}

function inventedCases({ mine, matched, rest }: AlignedReport): readonly Case[] {
  const used = new Set([...matched, ...rest].map(([, claim]) => claim));
  return mine
    .filter(claim => !used.has(claim))
    .map(claim => {
      const what = `invented ${describe(claim.kind, field => show(claim[field]))}`;
      return { id: claim.id, what, start: claim.start, end: claim.end };
    });
}

/** "casualty: killed 14..14 exact, side Military Forces of Mali, combatant; author state certain positive incident". */
function describe(kind: string, value: (field: ClaimField) => string): string {
  const figure = `: ${value('harm')} ${value('low')}..${value('high')} ${value('qualifier')}`;
  const content = kind === 'casualty' ? `${figure}, side ${value('side')}, ${value('status')}` : '';
  return `${kind}${content}; ${CLAIM_FIELDS.map(value).join(' ')}`;
}

function show(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '–' : String(value);
}

const SENTENCE_START = /(?:[.!?]["”’)]?\s+(?=[\p{Lu}"“‘(\d]|$)|\n)/gu;
const SENTENCE_END = /[.!?]["”’)]?(?=\s)|\n/;

/** The sentence or line around the claim's words, some 200 characters on either side at most. */
function sentenceOf(text: string, start: number, end: number): string {
  if (start < 0) return '(its words are not in the report)';
  const before = text.slice(Math.max(0, start - 200), start);
  const after = text.slice(end, end + 200);
  const starts = [...before.matchAll(SENTENCE_START)].map(match => match.index + match[0].length);
  const stop = SENTENCE_END.exec(after);
  const closed = /[.!?]["”’)]?$/.test(text.slice(start, end));
  const tail = closed ? '' : after.slice(0, stop === null ? after.length : stop.index + stop[0].length);
  return `${before.slice(starts.at(-1) ?? 0)}«${text.slice(start, end)}»${tail}`.replaceAll(/\s+/g, ' ').trim();
}
