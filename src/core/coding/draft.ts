import type { TokenRange } from '../language/tree.ts';
import type { Claim, ClaimKind } from '../model/claim.ts';
import type { Claimant } from '../model/claimant.ts';

/**
 * A claim in the making: what a parser proposes and refiners change, over tokens instead of offsets. `key` stands for the
 * id that it does not have yet; `partOf`, `addsTo`, `supersedes` and `about` name keys. `anchor` is the token whose word
 * made the parser propose it: claimant, scope and event follow from where it stands.
 */
export type Draft = {
  readonly [Kind in ClaimKind]: Omit<
    Extract<Claim, { kind: Kind }>,
    'id' | 'evidence' | 'hedges' | 'eventId' | 'claimant'
  > & {
    readonly key: string;
    readonly anchor: number;
    readonly range: TokenRange;
    readonly hedges: readonly TokenRange[];
    /** Null until the claimant refiner has looked who speaks at the anchor. */
    readonly claimant: Claimant | null;
    /** Why it must not be kept, once a refiner finds a reason; dropped drafts stay in the explanation. */
    readonly dropped: string | null;
  };
}[ClaimKind];

/** The drafts of one kind. */
export type DraftOf<Kind extends ClaimKind> = Extract<Draft, { kind: Kind }>;

/** The fields that every new draft starts with: certain, positive, told as news, by nobody yet. */
export const NEW_DRAFT = {
  claimant: null,
  act: 'state',
  certainty: 'certain',
  polarity: 'positive',
  scope: 'incident',
  hedges: [],
  dropped: null,
} as const;

/** Narrows a draft to a kind. */
export function isKind<Kind extends ClaimKind>(draft: Draft, kind: Kind): draft is DraftOf<Kind> {
  return draft.kind === kind;
}
