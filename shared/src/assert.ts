// Three ways to say "this cannot happen". They throw: a bug is never turned into an answer.

/** Throws when `condition` is false: a bug in the program, never bad input. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`);
}

/** @returns `value`, or throws when it is null or undefined. */
export function must<T>(value: T | null | undefined, message = 'a value that must be there is missing'): T {
  if (value === null || value === undefined) throw new Error(`Assertion failed: ${message}`);
  return value;
}

/** The end of an exhaustive switch: does not type-check while a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`Assertion failed: unexpected ${String(value)}`);
}
