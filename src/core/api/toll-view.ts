import { z } from 'zod';
import { claimantInWords, estimateInWords, victimsInWords } from '../export/words.ts';
import {
  type Casualty,
  Certainty,
  type Claim,
  claimantName,
  Estimate,
  type Incident,
  IsoDay,
  type Report,
  Span,
  SpeechAct,
  type Toll,
} from '../model/index.ts';
import { TollLine } from './incident-summary.ts';
import type { ReviewedReport } from './reviewed.ts';

/**
 * One account on the range of a toll. `counted` widens it; `superseded` was replaced by a later figure of the same
 * speaker; a `subtotal` is part of a larger figure; `left-out` counts for a reason that `why` gives.
 */
export const Mark = z
  .object({
    claimId: z.string(),
    reportId: z.string(),
    claimant: z.string(),
    /** The speaker in the words of the report. */
    speaker: z.string(),
    publisher: z.string().nullable(),
    publishedAt: IsoDay.nullable(),
    estimate: Estimate,
    figure: z.string(),
    act: SpeechAct,
    certainty: Certainty,
    quote: z.string(),
    span: Span,
    standing: z.enum(['counted', 'superseded', 'subtotal', 'left-out']),
    why: z.string().nullable(),
    supersededBy: z.string().nullable(),
    partOf: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'Mark' });
export type Mark = z.infer<typeof Mark>;

/** A row of a toll with every account on its range, and why the policy draws it so. */
export const TollView = z
  .object({
    toll: TollLine,
    /** Whom it counts, in words. */
    victims: z.string(),
    why: z.string(),
    marks: z.array(Mark).readonly(),
  })
  .readonly()
  .meta({ id: 'TollView' });
export type TollView = z.infer<typeof TollView>;

/** The tolls of an incident, and the figures about it that stand on no row. */
export function tollViews(
  incident: Incident,
  told: readonly ReviewedReport[],
): { readonly tolls: readonly TollView[]; readonly leftOut: readonly Mark[] } {
  const figures = figuresOf(incident, told);
  const placed = new Set<string>();
  const tolls = incident.tolls.map((toll): TollView => {
    const { harm, side, status, unit, low, best, high, policy, why, entries } = toll;
    const counted = entries.flatMap(entry => {
      const figure = figures.get(entry.claimId);
      if (figure === undefined) return [];
      placed.add(entry.claimId);
      return [markOf(figure, entry.supersededBy, policy)];
    });
    const parts = Array.from(figures.values()).filter(({ claim }) => isPartOf(claim, toll) && !placed.has(claim.id));
    for (const { claim } of parts) placed.add(claim.id);
    return {
      toll: { harm, side, status, unit, low, best, high, policy },
      victims: victimsInWords(side, status),
      why,
      marks: [...counted, ...parts.map(subtotal)],
    };
  });
  const rest = Array.from(figures.values()).filter(({ claim }) => !placed.has(claim.id));
  return { tolls, leftOut: rest.map(figure => leftOut(figure)) };
}

interface Figure {
  readonly claim: Casualty;
  readonly report: Report;
}

/** The casualty claims of the events that are this incident, by id, in the order of reports and text. */
function figuresOf({ links }: Incident, told: readonly ReviewedReport[]): ReadonlyMap<string, Figure> {
  const events = new Set(links.map(({ eventId }) => eventId));
  const isOfIncident = (claim: Claim): claim is Casualty =>
    claim.kind === 'casualty' && claim.eventId !== null && events.has(claim.eventId);
  return new Map(
    told.flatMap(({ report, coding }) =>
      coding.claims.filter(isOfIncident).map(claim => [claim.id, { claim, report }] as const),
    ),
  );
}

function isPartOf({ harm, unit, victims }: Casualty, toll: Toll): boolean {
  if (victims.partOf === null && victims.addsTo === null) return false;
  const same = (victims.side?.name ?? null) === (toll.side?.name ?? null);
  const whole = toll.entries.some(({ claimId }) => claimId === victims.partOf || claimId === victims.addsTo);
  return harm === toll.harm && unit === toll.unit && (whole || (same && victims.status === toll.status));
}

function markOf(figure: Figure, supersededBy: string | null, policy: string): Mark {
  const { act } = figure.claim;
  if (supersededBy !== null) {
    return { ...mark(figure, 'superseded'), supersededBy, why: 'a later figure of the same speaker replaces it' };
  }
  if (policy.startsWith('attested@') && act !== 'admit' && act !== 'confirm') {
    return { ...mark(figure, 'left-out'), why: 'the policy counts only what is admitted or confirmed' };
  }
  return mark(figure, 'counted');
}

function subtotal(figure: Figure): Mark {
  const { partOf } = figure.claim.victims;
  const why = partOf === null ? 'it is on top of another figure' : 'it is part of another figure';
  return { ...mark(figure, partOf === null ? 'left-out' : 'subtotal'), why };
}

function leftOut(figure: Figure): Mark {
  const { partOf, addsTo } = figure.claim.victims;
  if (partOf !== null || addsTo !== null) return subtotal(figure);
  return { ...mark(figure, 'left-out'), why: 'it counts for no row of this incident' };
}

function mark({ claim, report }: Figure, standing: Mark['standing']): Mark {
  const { id, claimant, estimate, act, certainty, evidence, victims } = claim;
  return {
    claimId: id,
    reportId: report.id,
    claimant: claimantName(claimant),
    speaker: claimantInWords(claimant, report.source),
    publisher: report.source?.name ?? null,
    publishedAt: report.publishedAt,
    estimate,
    figure: estimateInWords(estimate),
    act,
    certainty,
    quote: evidence.quote,
    span: evidence.span,
    standing,
    why: null,
    supersededBy: null,
    partOf: victims.partOf,
  };
}
