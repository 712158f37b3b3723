export { type Account, accountOf, accountsOf } from './account.ts';
export type { WordRarity } from './account-words.ts';
export { contradictions } from './contradictions/contradictions.ts';
export { type Happening, happeningOf } from './happening.ts';
export { type AccountIndex, addToIndex, indexAccounts, type Link, link } from './link.ts';
export { type ReconcileInput, type ReconcileOptions, reconcile } from './reconcile.ts';
export { DEFAULT_POLICY, POLICIES, type TollPolicy } from './tolls/policy.ts';
export { tolls } from './tolls/tolls.ts';
export { voicesOf } from './voices.ts';
