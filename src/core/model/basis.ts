import { z } from 'zod';

/**
 * How a value came to be: the words say it (`stated`), a named rule concludes it (`implied`), or nothing does (`unknown`).
 */
export const Basis = z.enum(['stated', 'implied', 'unknown']).meta({ id: 'Basis' });
export type Basis = z.infer<typeof Basis>;
