import { type Problem, problem } from '../model/index.ts';

/** What was decided about events, whatever their scores say. `why` names the decision. */
export type Constraint =
  | { readonly kind: 'together'; readonly events: readonly string[]; readonly why: string }
  | {
      readonly kind: 'apart';
      readonly events: readonly string[];
      readonly from: readonly string[];
      readonly why: string;
    };

/** A constraint that cannot hold beside one before it: the earlier one holds. */
export interface Conflict {
  readonly constraint: Constraint;
  readonly earlier: Constraint;
}

/**
 * Which events are one happening and which must not become one, so far: what was decided, and what was joined since.
 * Both reach through others: who is together with one that is apart from a third is apart from it too.
 */
export class Bounds {
  readonly #above = new Map<string, string>();
  /** Roots that must not become one, with what says so. */
  readonly #apart = new Map<string, Map<string, Constraint>>();
  readonly #reasons = new Map<string, Constraint>();

  /** Whether anything that was decided keeps these events from being one happening. */
  areApart(a: string, b: string): boolean {
    return this.#apart.size > 0 && this.#barrier(a, b) !== null;
  }

  /** Whether two events are one happening already. */
  areTogether(a: string, b: string): boolean {
    return this.rootOf(a) === this.rootOf(b);
  }

  /** One event that stands for all that are together with this one. */
  rootOf(event: string): string {
    let root = event;
    for (let above = this.#above.get(root); above !== undefined; above = this.#above.get(root)) root = above;
    // The next look takes one step.
    if (root !== event) this.#above.set(event, root);
    return root;
  }

  /** Why this event was put together with others by decision, null where it was not. */
  reasonOf(event: string): string | null {
    return this.#reasons.get(event)?.why ?? null;
  }

  join(a: string, b: string): void {
    const [keep, gone] = [this.rootOf(a), this.rootOf(b)];
    if (keep === gone) return;
    this.#above.set(gone, keep);
    for (const [other, constraint] of this.#apart.get(gone) ?? []) {
      this.#apart.get(other)?.delete(gone);
      this.#bar(keep, other, constraint);
    }
    this.#apart.delete(gone);
  }

  /** Takes a constraint in, or gives the one before it beside which it cannot hold; then nothing is changed. */
  take(constraint: Constraint): Conflict | null {
    const earlier = constraint.kind === 'together' ? this.#splitAmong(constraint.events) : this.#joined(constraint);
    if (earlier !== null) return { constraint, earlier };
    if (constraint.kind === 'together') {
      const [first, ...others] = constraint.events;
      for (const event of others) if (first !== undefined) this.join(first, event);
      for (const event of constraint.events) if (!this.#reasons.has(event)) this.#reasons.set(event, constraint);
    } else {
      for (const a of constraint.events) {
        for (const b of constraint.from) this.#bar(this.rootOf(a), this.rootOf(b), constraint);
      }
    }
    return null;
  }

  #bar(a: string, b: string, constraint: Constraint): void {
    for (const [here, there] of [
      [a, b],
      [b, a],
    ] as const) {
      const barred = this.#apart.get(here) ?? new Map<string, Constraint>();
      if (!barred.has(there)) barred.set(there, constraint);
      this.#apart.set(here, barred);
    }
  }

  #barrier(a: string, b: string): Constraint | null {
    return this.#apart.get(this.rootOf(a))?.get(this.rootOf(b)) ?? null;
  }

  #splitAmong(events: readonly string[]): Constraint | null {
    for (const [i, a] of events.entries()) {
      for (const b of events.slice(i + 1)) {
        const barrier = this.#barrier(a, b);
        if (barrier !== null) return barrier;
      }
    }
    return null;
  }

  #joined({ events, from }: Extract<Constraint, { kind: 'apart' }>): Constraint | null {
    const a = events.find(event => from.some(other => this.areTogether(event, other)));
    if (a === undefined) return null;
    // What put them together names one of them or another of their group.
    const root = this.rootOf(a);
    const among = [...this.#reasons].find(([event]) => this.rootOf(event) === root);
    return among?.[1] ?? { kind: 'together', events: [a], why: 'it is one event' };
  }
}

/** The bounds that constraints set, taken in their order, and those that could not be taken in. */
export function settle(constraints: readonly Constraint[]): {
  readonly bounds: Bounds;
  readonly conflicts: readonly Conflict[];
} {
  const bounds = new Bounds();
  const conflicts = constraints.map(constraint => bounds.take(constraint)).filter(found => found !== null);
  return { bounds, conflicts };
}

/** A conflict as a reader of the record is told of it. */
export function conflictProblem({ constraint, earlier }: Conflict): Problem {
  const message = `Not carried out: ${constraint.why}. It cannot hold beside: ${earlier.why}.`;
  return problem('decision-conflict', null, message);
}
