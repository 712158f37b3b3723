import { z } from 'zod';
import { claimantInWords } from '../../export/words.ts';
import {
  ActorRef,
  Certainty,
  type Claim,
  IsoDay,
  Polarity,
  type Report,
  Scope,
  Span,
  SpeechAct,
} from '../../model/index.ts';
import { filterFromQuery, filterParameters, pageFromQuery, pageParameters } from '../filter-query.ts';
import { pageOf } from '../page-answer.ts';
import { ReportLine, reportLine } from '../report-line.ts';
import { reviewedClaims } from '../reviewed.ts';
import { route } from '../route.ts';

const Words = z.object({ words: z.string(), span: Span }).readonly();

const said = {
  claimId: z.string(),
  report: ReportLine,
  /** Who threatens, or fears: in words, and the actor where it is one. */
  holder: z.string(),
  holderActor: ActorRef.nullable(),
  act: SpeechAct,
  certainty: Certainty,
  polarity: Polarity,
  scope: Scope,
  /** When it was said: the day of the report. */
  day: IsoDay.nullable(),
  quote: z.string(),
  span: Span,
} as const;

/** A threat, with condition and consequence in the words of the text; null is what is not stated. */
export const Threat = z
  .object({
    ...said,
    kind: z.literal('warning'),
    addressee: ActorRef.nullable(),
    condition: Words.nullable(),
    consequence: Words.nullable(),
    /** The last day of its time, where one is stated. */
    until: IsoDay.nullable(),
  })
  .readonly()
  .meta({ id: 'Threat' });
export type Threat = z.infer<typeof Threat>;

/** What is feared or thought possible. */
export const Fear = z
  .object({ ...said, kind: z.literal('risk'), content: Words })
  .readonly()
  .meta({ id: 'Fear' });
export type Fear = z.infer<typeof Fear>;

export const ThreatOrFear = z.discriminatedUnion('kind', [Threat, Fear]).meta({ id: 'ThreatOrFear' });
export type ThreatOrFear = z.infer<typeof ThreatOrFear>;

const { kind: _kind, ...filtersButKind } = filterParameters;

export const warningsRoute = route({
  id: 'warnings',
  method: 'GET',
  path: '/warnings',
  summary: 'Threats with condition and consequence, or (kind=risk) what is feared and by whom',
  query: z.strictObject({
    kind: z.enum(['warning', 'risk']).default('warning').meta({ description: 'Threats, or what is feared.' }),
    ...filtersButKind,
    ...pageParameters,
  }),
  params: z.object({}),
  answer: pageOf(ThreatOrFear),
  async run({ store }, { query }) {
    const { items, next } = await store.findClaims(filterFromQuery(query), pageFromQuery(query));
    const reviewed = await reviewedClaims(store, items);
    return { items: reviewed.flatMap(({ claim, report }) => lineOf(claim, report) ?? []), next };
  },
});

function lineOf(claim: Claim, report: Report): ThreatOrFear | null {
  const { claimant, act, certainty, polarity, scope, evidence } = claim;
  const common = {
    claimId: claim.id,
    report: reportLine(report),
    holder: claimantInWords(claimant, report.source),
    holderActor: claimant.actor,
    act,
    certainty,
    polarity,
    scope,
    day: report.publishedAt,
    quote: evidence.quote,
    span: evidence.span,
  };
  const words = (span: Span) => ({ words: report.text.slice(span.start, span.end), span });
  if (claim.kind === 'risk') return { ...common, kind: 'risk', content: words(claim.content) };
  if (claim.kind !== 'warning') return null;
  const { target, condition, consequence } = claim;
  return {
    ...common,
    kind: 'warning',
    addressee: target,
    condition: condition === null ? null : words(condition),
    consequence: consequence === null ? null : words(consequence),
    until: null,
  };
}
