import type { Place } from '../../model/index.ts';
import type { Stamp } from '../stamp.ts';

/** A statement of a briefing with the numbers of the sources that it stands on. None stands without any. */
export interface Sentence {
  readonly text: string;
  readonly sources: readonly number[];
}

/** A numbered source: the words of a claim, who says them, and the report they stand in. */
export interface BriefSource {
  readonly number: number;
  readonly claimId: string;
  readonly quote: string;
  readonly speaker: string;
  readonly publisher: string;
  readonly published: string | null;
  readonly headline: string | null;
  readonly url: string | null;
}

/** The losses of one side over all incidents of the briefing. */
export interface SideTotal {
  readonly side: string;
  readonly harm: string;
  /** `9 to 26`, `14 or more`, `up to 40`, `not stated`. */
  readonly range: string;
  /** In how many incidents somebody gives a figure. */
  readonly incidents: number;
  readonly sources: readonly number[];
}

export interface BriefIncident {
  readonly id: string;
  readonly title: Sentence;
  readonly where: string;
  readonly losses: readonly Sentence[];
  readonly voices: string;
}

/** What accounts of one incident do not agree on. */
export interface Dispute {
  readonly incident: string;
  readonly field: string;
  readonly why: Sentence;
  readonly accounts: readonly Sentence[];
}

/** A situation report as data: what it says, each statement with its sources; renderers only lay it out. */
export interface Brief {
  readonly title: string;
  readonly stamp: Stamp;
  readonly summary: readonly Sentence[];
  readonly places: readonly Place[];
  /** Incidents by day, in order; a day or longer, `2026-10-13`. */
  readonly timeline: readonly { readonly day: string; readonly incidents: number }[];
  readonly totals: readonly SideTotal[];
  readonly incidents: readonly BriefIncident[];
  readonly disputes: readonly Dispute[];
  readonly threats: readonly Sentence[];
  readonly risks: readonly Sentence[];
  readonly gaps: readonly Sentence[];
  readonly sources: readonly BriefSource[];
}

/** `1, 3–5`: numbers in order, runs of three and more drawn together, each made by `write`. */
export function runs(numbers: readonly number[], write: (number: number) => string = String): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let i = 0; i < sorted.length; ) {
    let end = i;
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end++;
    const [from = 0, to = 0] = [sorted[i], sorted[end]];
    if (end - i >= 2) parts.push(`${write(from)}–${write(to)}`);
    else parts.push(...sorted.slice(i, end + 1).map(write));
    i = end + 1;
  }
  return parts.join(', ');
}
