import { z } from 'zod';
import { CoderName } from '../model/coding.ts';

/** What coding and reconciling were done with: whoever has the same versions gets the same bytes. */
export const ResourceVersions = z
  .object({
    casus: z.string().min(1),
    /** The name under which the rules code with these resources. */
    coder: CoderName,
    /** The toll policy of the incidents. */
    policy: z.string().min(1),
    /** SHA-256 of each file of data and models that was read, by its path in the package. */
    files: z.record(z.string(), z.string()).readonly(),
  })
  .readonly();
export type ResourceVersions = z.infer<typeof ResourceVersions>;
