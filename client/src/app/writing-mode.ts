// How somebody writes in the answers of a proposal: outright, as suggestions, or not at all. What they chose is kept on this device, for
// each proposal and person. Says which modes rights leave; who has which rights, and where, is told by use-writing-rights.ts.
import type { WritingRights } from '@adagia/shared/writing-rights';
import { observable, type Settable } from '../session/observable-value.ts';

const modes = ['editing', 'suggesting', 'viewing'] as const;
export type WritingMode = (typeof modes)[number];

/** @returns the modes that these rights leave, the one to begin with first */
export function modesFor({ canWrite, suggestsOnly }: Pick<WritingRights, 'canWrite' | 'suggestsOnly'>): WritingMode[] {
  return modes.slice(canWrite ? (suggestsOnly ? 1 : 0) : 2);
}

/** @returns what was chosen, where these rights have it */
export function modeWithin(rights: Pick<WritingRights, 'canWrite' | 'suggestsOnly'>, chosen: WritingMode | null) {
  const possible = modesFor(rights);
  return possible.find((mode) => mode === chosen) ?? possible[0] ?? 'viewing';
}

const chosen = new Map<string, Settable<WritingMode | null>>();

/** What this person chose in this proposal, on this device; null: nothing yet. */
export function chosenMode(proposalId: string, userId: string): Settable<WritingMode | null> {
  const name = `adagia.mode/${proposalId}/${userId}`;
  const known = chosen.get(name) ?? stored(name);
  chosen.set(name, known);
  return known;
}

function stored(name: string): Settable<WritingMode | null> {
  const kept = globalThis.localStorage?.getItem(name);
  const value = observable(modes.find((mode) => mode === kept) ?? null);
  return {
    get: value.get,
    subscribe: value.subscribe,
    set(mode) {
      value.set(mode);
      if (mode) globalThis.localStorage?.setItem(name, mode);
      else globalThis.localStorage?.removeItem(name);
    },
  };
}
