/** The moves of the arc-hybrid system: take the next word, hang the top on the next word, hang it on the one below. */
export const shift = 0;
export const leftArc = 1;
export const rightArc = 2;

/**
 * A sentence being parsed. Words count from 1; 0 stands for "no word" and `length + 1` for the root, which waits at
 * the end of the buffer. Children are kept as the outermost two on each side.
 */
export class TransitionState {
  readonly length: number;
  readonly root: number;
  readonly stack: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly left: Int32Array;
  readonly left2: Int32Array;
  readonly right: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
  depth = 0;
  next = 1;

  constructor(length: number) {
    const size = length + 2;
    this.length = length;
    this.root = length + 1;
    this.stack = new Int32Array(size);
    this.heads = new Int32Array(size);
    this.labels = new Int32Array(size);
    this.left = new Int32Array(size);
    this.left2 = new Int32Array(size);
    this.right = new Int32Array(size);
    this.right2 = new Int32Array(size);
    this.leftCount = new Int32Array(size);
    this.rightCount = new Int32Array(size);
  }

  get done(): boolean {
    return this.next > this.length && this.depth === 0;
  }

  /** The word at `below` places under the top of the stack, 0 when there is none. */
  top(below: number): number {
    return this.depth > below ? this.stack[this.depth - 1 - below] : 0;
  }

  allows(action: number): boolean {
    if (action === shift) return this.next <= this.length;
    if (action === leftArc) return this.depth > 0 && (this.next <= this.length || this.depth === 1);
    return this.depth > 1;
  }

  /** The governor that the top of the stack gets by an arc action. */
  governorBy(action: number): number {
    return action === leftArc ? this.next : this.top(1);
  }

  take(action: number, label: number): void {
    if (action === shift) {
      this.stack[this.depth++] = this.next++;
      return;
    }
    const head = this.governorBy(action);
    this.depth--;
    this.#attach(head, this.stack[this.depth], label);
  }

  #attach(head: number, child: number, label: number): void {
    this.heads[child] = head;
    this.labels[child] = label;
    if (child < head) {
      this.left2[head] = this.left[head];
      this.left[head] = child;
      this.leftCount[head]++;
    } else {
      this.right2[head] = this.right[head];
      this.right[head] = child;
      this.rightCount[head]++;
    }
  }
}
