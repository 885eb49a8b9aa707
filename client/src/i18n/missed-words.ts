// Whether something was drawn before its words were there, which is a fault, and asks to be drawn again with them.

let wasMissed = false;

/** As i18next asks for it: what stands there instead. */
export function missWord(key: string, otherwise?: string): string {
  wasMissed = true;
  return otherwise ?? key;
}

export const wasWordMissed = (): boolean => wasMissed;
