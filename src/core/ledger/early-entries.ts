import { z } from 'zod';

/** What is known of a report today, and was asked of none when the first ledgers were written: there it is not known. */
const LATER = { byline: null, provenance: null } as const;

/** Reads a report, or a head of one, of any ledger: what an early one does not say is null. */
export function orEarly<T extends z.ZodType>(schema: T) {
  return z.preprocess(value => (isRecord(value) ? { ...LATER, ...value } : value), schema);
}

/** The content of an entry as an early ledger wrote, and hashed, it; null where it says what none of those could say. */
export function asEarly<T extends object>(content: T): object | null {
  const entries = Object.entries(content).map(([name, value]) => [name, isRecord(value) ? withoutLater(value) : value]);
  return entries.some(([, value]) => value === null) ? null : Object.fromEntries(entries);
}

function withoutLater(value: Readonly<Record<string, unknown>>): object | null {
  const names = Object.keys(LATER);
  if (names.some(name => (value[name] ?? null) !== null)) return null;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
