/**
 * One named likeness of two accounts: from 0 (speaks against one happening) to 1 (speaks for it), with the reason in
 * words. A likeness about which either account says nothing does not exist: it is null, never 0.
 */
export interface Feature {
  readonly value: number;
  readonly why: string;
}
