/** Ends an exhaustive `switch`: a case that the types say cannot be is a bug, so it throws with the value. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
