/** Whether a threat still stands, as far as its own words tell: where no end is stated, nothing tells. */
export type Expiry =
  | { readonly state: 'none-stated' }
  | { readonly state: 'open'; readonly day: string }
  | { readonly state: 'over'; readonly day: string };

/** `until` is the last day of a threat's time, `today` an ISO day. The last day is still part of it. */
export function expiryOf(until: string | null, today: string): Expiry {
  if (until === null) return { state: 'none-stated' };
  return { state: until < today ? 'over' : 'open', day: until };
}
