// From when: a version, or some time ago. What a link leads here with stands among them.
import type { Version } from '@adagia/shared/api/versions';

const HOUR_MS = 60 * 60 * 1000;
const ago = { hourAgo: HOUR_MS, dayAgo: 24 * HOUR_MS, weekAgo: 7 * 24 * HOUR_MS } as const;

export type Ago = keyof typeof ago;

export interface Moment {
  /** ISO time. */
  at: string;
  /** null: some time ago, or any other moment. */
  version: Version | null;
  ago: Ago | null;
}

/** The latest first; each moment once. */
export function momentsOf(versions: readonly Version[], nowMs: number, since: string): Moment[] {
  const known = versions.map((version): Moment => ({ at: version.at, version, ago: null }));
  const relative = (Object.keys(ago) as Ago[]).map((name): Moment => {
    return { at: new Date(nowMs - ago[name]).toISOString(), version: null, ago: name };
  });
  const all = [...relative, ...known];
  const isThere = all.some(({ at }) => at === since);
  const chosen: Moment[] = isThere ? [] : [{ at: since, version: null, ago: null }];
  return [...chosen, ...relative, ...known];
}
