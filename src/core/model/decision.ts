import { z } from 'zod';
import { Anchor } from './anchor.ts';

const decisionFields = {
  id: z.string().min(1),
  /** The name of the person who decided. */
  by: z.string().min(1),
  /** When, by the clock of the machine. Decisions hold in the order of their entries, whatever their clocks said. */
  at: z.iso.datetime(),
  why: z.string().min(1),
} as const;

const anchors = z.array(Anchor).min(1).readonly();

/** These claims or events are right; events that are accepted together are one happening. */
export const Accept = z.object({ ...decisionFields, act: z.literal('accept'), about: anchors }).readonly();

/** These claims or events do not count. */
export const Reject = z.object({ ...decisionFields, act: z.literal('reject'), about: anchors }).readonly();

/** A field of a claim or an event has another value: `field` is its path, as `estimate.low`. */
export const Edit = z
  .object({
    ...decisionFields,
    act: z.literal('edit'),
    about: z.array(Anchor).length(1).readonly(),
    field: z.string().min(1),
    value: z.json(),
  })
  .readonly();

/** These events are one happening. */
export const Merge = z
  .object({ ...decisionFields, act: z.literal('merge'), about: z.array(Anchor).min(2).readonly() })
  .readonly();

/** The events of `about` are another happening than those of `from`. */
export const Split = z.object({ ...decisionFields, act: z.literal('split'), about: anchors, from: anchors }).readonly();

/** An earlier decision holds no more. */
export const Withdraw = z
  .object({ ...decisionFields, act: z.literal('withdraw'), decision: z.string().min(1) })
  .readonly();

/** What a reviewer decided, when and why. Decisions are entries of the ledger and outlive every new coding. */
export const Decision = z
  .discriminatedUnion('act', [Accept, Reject, Edit, Merge, Split, Withdraw])
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;
