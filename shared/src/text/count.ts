// How long an answer is for the portal. One pure function, by UTF-16 code unit, of exactly the text that is copied.
// How the portal counts a line break (one character or two) is unconfirmed, so that the rule is a parameter, and the
// second figure is shown where the two rules disagree about the limit.

/** What a line break counts. */
export type LineBreakRule = 1 | 2;

/** Amber begins here, because a colleague's next sentence would not fit any more. */
export const AMBER_SHARE = 0.9;

export type CountLevel = 'ok' | 'amber' | 'over';

export interface TextCount {
  /** Characters with a line break as one. */
  count: number;
  /** Characters with a line break as two. */
  countWithDoubleBreaks: number;
  limit: number | null;
  level: CountLevel;
  /** Characters above the limit, 0 when it fits. */
  over: number;
  /** Fits when a line break counts one and does not when it counts two: show both figures. */
  isUncertain: boolean;
}

/** @param text as `portalText` returns it */
export function countText(text: string, lineBreak: LineBreakRule = 1): number {
  if (lineBreak === 1) return text.length;
  let count = text.length;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function levelOf(count: number, limit: number | null): CountLevel {
  if (limit === null) return 'ok';
  if (count > limit) return 'over';
  return count >= limit * AMBER_SHARE ? 'amber' : 'ok';
}

export function measureText(text: string, limit: number | null): TextCount {
  const count = countText(text, 1);
  const countWithDoubleBreaks = countText(text, 2);
  return {
    count,
    countWithDoubleBreaks,
    limit,
    level: levelOf(count, limit),
    over: limit === null ? 0 : Math.max(0, count - limit),
    isUncertain: limit !== null && count <= limit && countWithDoubleBreaks > limit,
  };
}
