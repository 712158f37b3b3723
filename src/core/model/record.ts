import { z } from 'zod';
import { Coding } from './coding.ts';
import { Incident } from './incident.ts';
import { Problem } from './problem.ts';
import { Report } from './report.ts';

/** The public record: reports, what was coded from each, and the incidents that follow. `--json` prints exactly this. */
export const PublicRecord = z
  .object({
    format: z.literal('casus-record'),
    /** Version of this shape; it changes when a reader of the old one could be misled. */
    formatVersion: z.literal(1),
    reports: z.array(Report).readonly(),
    codings: z.array(Coding).readonly(),
    incidents: z.array(Incident).readonly(),
    problems: z.array(Problem).readonly(),
  })
  .readonly()
  .meta({ id: 'PublicRecord', title: 'casus public record' });
export type PublicRecord = z.infer<typeof PublicRecord>;
