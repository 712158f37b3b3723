/** The actor lists that names are compared through: canonical name to the forms seen. */
export type ActorForms = Readonly<Record<string, readonly string[]>>;

/** Tells whether two names mean one actor, by the actor list of the folder, then by those of all folders. */
export class GoldNames {
  readonly #everywhere = new Map<string, Set<string>>();
  readonly #local = new Map<string, Map<string, Set<string>>>();

  constructor(folders: readonly { readonly folder: string; readonly actors: ActorForms }[]) {
    for (const { folder, actors } of folders) {
      const here = new Map<string, Set<string>>();
      this.#local.set(folder, here);
      for (const [name, forms] of Object.entries(actors)) {
        for (const form of [name, ...forms]) {
          for (const table of [here, this.#everywhere]) {
            const key = normName(form);
            table.set(key, (table.get(key) ?? new Set()).add(name));
          }
        }
      }
    }
    for (const table of [this.#everywhere, ...this.#local.values()]) preferExact(table);
  }

  /** The canonical names that a name may stand for, or its own key. */
  of(folder: string, name: string): ReadonlySet<string> {
    const key = normName(name);
    return this.#local.get(folder)?.get(key) ?? this.#everywhere.get(key) ?? new Set([key]);
  }

  isSame(folder: string, a: string | null | undefined, b: string | null | undefined): boolean {
    if (a == null || b == null) return a == null && b == null;
    if (normName(a) === normName(b)) return true;
    const others = this.of(folder, b);
    return [...this.of(folder, a)].some(name => others.has(name));
  }
}

/** A name without case, quotation marks, double spaces and a leading article. */
export function normName(name: string): string {
  return name
    .replace(/[\s"“”‘’']+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^(the|an?) /, '');
}

/** A form that is itself a canonical name means that actor only. */
function preferExact(table: Map<string, Set<string>>): void {
  for (const [form, names] of table) {
    const exact = [...names].filter(name => normName(name) === form);
    if (exact.length > 0) table.set(form, new Set(exact));
  }
}
