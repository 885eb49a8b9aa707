// Where I may write, as the server decides it: from the proposal that is shown, which is read anew at each hint that rights changed.
import { parseAnswerKey } from '@adagia/shared/answer-key';
import { lockAt, type SectionRight, type WritingRights, writingRights } from '@adagia/shared/writing-rights';
import { useLayoutEffect, useMemo, useState } from 'react';
import { useObservable } from '../session/observable.ts';
import { observable } from '../session/observable-value.ts';
import type { Observable } from '../session/proposal-session.ts';
import { type ProposalContextValue, useProposal } from './proposal-context.ts';
import { chosenMode, modesFor, modeWithin, type WritingMode } from './writing-mode.ts';

/** Every answer and field of a page asks: worked out once for each state of the proposal. */
const known = new WeakMap<ProposalContextValue['proposal'], WritingRights>();

function rightsIn({ proposal, me, call }: ProposalContextValue): WritingRights {
  const { role, organisationId, members, hasOwnColumns, isNegotiated, sections, freeze } = proposal;
  // As for somebody who only reads: why is said once, above every page.
  if (freeze) return { canWrite: false };
  const sectionIds = members.find(({ userId }) => userId === me.id)?.sectionIds ?? null;
  const rules = { call, hasOwnColumns, isNegotiated, sections, isFrozen: false };
  return writingRights({ userId: me.id, role, organisationId, sectionIds }, rules);
}

export function useWritingRights(): WritingRights {
  const context = useProposal();
  const rights = known.get(context.proposal) ?? rightsIn(context);
  known.set(context.proposal, rights);
  return rights;
}

export interface Mode {
  mode: WritingMode;
  possible: readonly WritingMode[];
  choose(mode: WritingMode): void;
}

/** Of this person in all answers of the proposal. */
export function useMode(): Mode {
  const { proposal, me } = useProposal();
  const rights = useWritingRights();
  const own = chosenMode(proposal.id, me.id);
  const mode = modeWithin(rights, useObservable(own));
  return useMemo(() => ({ mode, possible: modesFor(rights), choose: own.set }), [mode, rights, own]);
}

/** @param mapKey of a field; null for an answer */
function useIsOpen(root: string, mapKey: string | null): boolean {
  const { canWrite, refusalAt } = useWritingRights();
  return canWrite && (refusalAt?.(root, mapKey) ?? null) === null;
}

/** Outright: in an answer only while they edit. */
export function useCanWriteAt(root: string, mapKey: string | null = null): boolean {
  const { session } = useProposal();
  const { mode } = useMode();
  const isOpen = useIsOpen(root, mapKey) && (mode === 'editing' || parseAnswerKey(root) === null);
  return useObservable(session.canWrite) && isOpen;
}

/**
 * For the editor of an answer, outright or as suggestions. It asks at each key: what the session says counts at once, before anything
 * is drawn anew.
 */
export function useWritable(root: string): Observable<boolean> {
  const { session } = useProposal();
  const { mode } = useMode();
  const isOpen = useIsOpen(root, null) && mode !== 'viewing';
  const [here] = useState(() => observable(isOpen));
  useLayoutEffect(() => here.set(isOpen), [here, isOpen]);
  return useMemo(
    () => ({
      get: () => session.canWrite.get() && here.get(),
      subscribe(listener) {
        const stops = [session.canWrite.subscribe(listener), here.subscribe(listener)];
        return () => stops.forEach((stop) => stop());
      },
    }),
    [session, here],
  );
}

/** Why nothing may be written there: its lock, or that it is others' to write. null where it may be, or nothing of its kind may anywhere. */
export function useClosedWhy(root: string, mapKey: string | null = null): { lock: SectionRight | null } | null {
  const { proposal, call } = useProposal();
  const { canWrite, suggestsOnly, refusalAt } = useWritingRights();
  const isAsked = canWrite && !(suggestsOnly && parseAnswerKey(root) === null);
  const refusal = isAsked ? (refusalAt?.(root, mapKey) ?? null) : null;
  if (refusal === null) return null;
  return { lock: refusal === 'locked' ? lockAt({ call, sections: proposal.sections }, root, mapKey) : null };
}
