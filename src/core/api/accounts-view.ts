import { z } from 'zod';
import { claimInWords } from '../export/claim-words.ts';
import {
  claimantInWords,
  estimateInWords,
  eventTypeInWords,
  HARM_WORDS,
  listInWords,
  victimsInWords,
  whenInWords,
} from '../export/words.ts';
import { type Claim, type Claimant, claimantName, type Incident, IsoDay, type Report } from '../model/index.ts';
import type { ReviewedReport } from './reviewed.ts';

/** One thing that an account says of one matter, and the contradictions it belongs to, by their places in the list. */
export const Said = z
  .object({ words: z.string(), claimId: z.string(), reportId: z.string(), contradictions: z.array(z.int()).readonly() })
  .readonly()
  .meta({ id: 'Said' });
export type Said = z.infer<typeof Said>;

/** All that one speaker says: a named actor over all reports, or the report itself, or an unnamed speaker of one report. */
export const AccountColumn = z
  .object({
    id: z.string(),
    kind: z.enum(['actor', 'author', 'unnamed']),
    speaker: z.string(),
    /** Through whom it is known, each once. Null where a publisher is not known. */
    publishers: z.array(z.string().nullable()).readonly(),
    reportIds: z.array(z.string()).readonly(),
    firstDay: IsoDay.nullable(),
    lastDay: IsoDay.nullable(),
    /** What it says on each matter, in the order of the rows; empty where it says nothing. */
    cells: z.array(z.array(Said).readonly()).readonly(),
  })
  .readonly()
  .meta({ id: 'AccountColumn' });
export type AccountColumn = z.infer<typeof AccountColumn>;

/** The accounts of an incident side by side: a row for every matter, a column for every speaker. */
export const AccountsView = z
  .object({
    rows: z
      .array(
        z
          .object({
            key: z.string(),
            label: z.string(),
            /** Whether some accounts contradict each other on it. */
            isContradicted: z.boolean(),
          })
          .readonly(),
      )
      .readonly(),
    columns: z.array(AccountColumn).readonly(),
  })
  .readonly()
  .meta({ id: 'AccountsView' });
export type AccountsView = z.infer<typeof AccountsView>;

interface Told {
  readonly claim: Claim;
  readonly report: Report;
}

/** What a claim says, matter by matter. */
interface Matter {
  readonly key: string;
  readonly label: string;
  readonly words: string;
}

const MATTERS_FIRST = ['type', 'actor', 'recipient', 'party', 'place', 'day', 'object', 'outcome', 'began'];
const MATTERS_LAST = ['responsibility', 'denial', 'other'];

/** The accounts of an incident: what each speaker says of it in the claims about it. */
export function accountsView(incident: Incident, told: readonly ReviewedReport[]): AccountsView {
  const claims = claimsAbout(incident, told);
  const contradictions = new Map<string, number[]>();
  for (const [i, { claimIds }] of incident.contradictions.entries()) {
    for (const id of claimIds) contradictions.set(id, [...(contradictions.get(id) ?? []), i]);
  }
  const labels = new Map<string, string>();
  const columns = new Map<string, { readonly told: Told[]; readonly said: Map<string, Said[]> }>();
  for (const one of claims) {
    const id = columnOf(one);
    const column = columns.get(id) ?? { told: [], said: new Map<string, Said[]>() };
    columns.set(id, column);
    column.told.push(one);
    for (const { key, label, words } of mattersOf(one)) {
      labels.set(key, label);
      const own = column.said.get(key) ?? [];
      column.said.set(key, own);
      if (own.some(said => said.words === words)) continue;
      const { id: claimId } = one.claim;
      own.push({ words, claimId, reportId: one.report.id, contradictions: contradictions.get(claimId) ?? [] });
    }
  }
  const keys = inOrder([...labels.keys()]);
  return {
    rows: keys.map(key => {
      const said = Array.from(columns.values()).flatMap(column => column.said.get(key) ?? []);
      return { key, label: labels.get(key) ?? key, isContradicted: said.some(one => one.contradictions.length > 0) };
    }),
    columns: Array.from(columns, ([id, { told: own, said }]) =>
      columnView(
        id,
        own,
        keys.map(key => said.get(key) ?? []),
      ),
    ),
  };
}

/** The claims about an incident, with their reports, in the order of the reports and their text. */
export function claimsAbout({ links }: Pick<Incident, 'links'>, told: readonly ReviewedReport[]): readonly Told[] {
  const events = new Set(links.map(({ eventId }) => eventId));
  return told.flatMap(({ report, coding }) =>
    coding.claims.filter(({ eventId }) => eventId !== null && events.has(eventId)).map(claim => ({ claim, report })),
  );
}

function columnView(id: string, told: readonly Told[], cells: readonly (readonly Said[])[]): AccountColumn {
  const days = told.flatMap(({ report }) => report.publishedAt ?? []).sort();
  const [first] = told;
  return {
    id,
    kind: first?.claim.claimant.kind ?? 'unnamed',
    speaker: first === undefined ? '' : nameOf(first.claim.claimant, first.report),
    publishers: [...new Set(told.map(({ report }) => report.source?.name ?? null))],
    reportIds: [...new Set(told.map(({ report }) => report.id))],
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
    cells,
  };
}

/** A named actor is one speaker wherever it is quoted; an author and somebody unnamed are theirs of one report. */
function columnOf({ claim: { claimant }, report }: Told): string {
  if (claimant.kind === 'actor') return `actor:${claimant.actor?.id ?? claimantName(claimant)}`;
  if (claimant.kind === 'author') return `author:${report.id}`;
  return `unnamed:${report.id}:${claimant.words ?? ''}`;
}

function nameOf(claimant: Claimant, report: Report): string {
  if (claimant.kind === 'actor') return claimantName(claimant);
  if (claimant.kind === 'unnamed') return claimant.words ?? 'unnamed';
  return claimantInWords(claimant, report.source);
}

function mattersOf({ claim, report }: Told): readonly Matter[] {
  switch (claim.kind) {
    case 'event': {
      const not = claim.polarity === 'negative' ? 'no ' : '';
      const named = (role: 'actor' | 'recipient' | 'party') =>
        listInWords(claim.roles.filter(one => one.role === role).map(({ actor }) => actor.name));
      const object =
        claim.object === null
          ? ''
          : `${claim.object.estimate === null ? '' : `${estimateInWords(claim.object.estimate)} `}${claim.object.what}`;
      return [
        matter('type', 'what', `${not}${eventTypeInWords(claim.type)}`),
        matter('actor', 'by whom', named('actor')),
        matter('recipient', 'against whom', named('recipient')),
        matter('party', 'parties', named('party')),
        matter('place', 'where', listInWords(claim.places.map(({ name }) => name))),
        matter('day', 'when', claim.when.start === null && claim.when.words === null ? '' : whenInWords(claim.when)),
        matter('object', 'taken or destroyed', object),
        matter('outcome', 'outcome', claim.outcome ?? ''),
        matter('began', 'begun by', claim.began ? named('actor') : ''),
      ].filter(({ words }) => words !== '');
    }
    case 'casualty': {
      const { harm, victims, unit, estimate } = claim;
      const whom = victimsInWords(victims.side, victims.status);
      const label = `${HARM_WORDS[harm]}: ${whom}${unit === 'families' ? ' (families)' : ''}`;
      const key = ['toll', harm, victims.side?.id ?? victims.side?.name ?? '', victims.status, unit].join(':');
      const part = victims.partOf !== null ? ' (part of another figure)' : victims.addsTo !== null ? ' more' : '';
      return [matter(key, label, `${estimateInWords(estimate)}${part}`)];
    }
    case 'responsibility':
      return [matter('responsibility', 'responsibility', claimInWords(claim, report.text))];
    case 'denial':
      return [matter('denial', 'denied', claimInWords(claim, report.text))];
    default:
      return [matter('other', 'also says', claimInWords(claim, report.text))];
  }
}

function matter(key: string, label: string, words: string): Matter {
  return { key, label, words };
}

function inOrder(keys: readonly string[]): readonly string[] {
  const tolls = keys.filter(key => key.startsWith('toll:'));
  const known = new Set(keys);
  return [...MATTERS_FIRST.filter(key => known.has(key)), ...tolls, ...MATTERS_LAST.filter(key => known.has(key))];
}
