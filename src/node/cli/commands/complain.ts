import type { CasusError } from '../../../core/base/error.ts';
import type { Io } from '../io.ts';
import { visible } from '../view/visible.ts';

/** Says in one line what is wrong with one of several files, and what helps; the others go on. */
export function complain(error: CasusError, io: Pick<Io, 'stderr'>): Promise<void> {
  return io.stderr.write(`casus: ${visible(error.message)}. ${error.advice}\n`);
}
