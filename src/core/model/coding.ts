import { z } from 'zod';
import { Claim } from './claim.ts';
import { Event } from './event.ts';
import { Problem } from './problem.ts';

/** Who coded: `rules@0.1.0+<hash of resources>`, `llm:<model>` or `person:<name>`. */
export const CoderName = z
  .string()
  .regex(/^(rules@\S+|llm:\S+|person:.+|import:.+)$/)
  .meta({ id: 'CoderName' });
export type CoderName = z.infer<typeof CoderName>;

/** One report as one coder reads it. The same report, coder and version give the same coding, byte for byte. */
export const Coding = z
  .object({
    id: z.string().min(1),
    reportId: z.string().min(1),
    coder: CoderName,
    claims: z.array(Claim).readonly(),
    events: z.array(Event).readonly(),
    problems: z.array(Problem).readonly(),
  })
  .readonly()
  .meta({ id: 'Coding' });
export type Coding = z.infer<typeof Coding>;
