// Opens the live session of a proposal for a page, and opens it anew when its document has to be thrown away.
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { useEffect, useState } from 'react';
import { isSignedOut, refresh } from '../api/queries.ts';
import { openLocalCopy } from './indexed-copy.ts';
import { type Carried, openSession } from './open-session.ts';
import type { ProposalSession } from './proposal-session.ts';

function socketUrl(): string {
  const url = new URL('/sync', location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

/** @returns null until the copy on this device has been read. */
export function useSession(proposalId: ProposalId, userId: UserId): ProposalSession | null {
  const [session, setSession] = useState<ProposalSession | null>(null);
  const [round, setRound] = useState<{ of: ProposalId; carried: Carried } | null>(null);

  useEffect(() => {
    let isGone = false;
    let opened: ProposalSession | null = null;
    const start = async () => {
      // No storage in this browser: writing works, a reload without network does not.
      const copy = await openLocalCopy(userId, proposalId).catch(() => null);
      const onReplace = (carried: Carried) => {
        if (isGone) return;
        // A membership may be what ended: then the page is told so instead.
        void refresh(proposalId, 'people');
        setRound({ of: proposalId, carried });
      };
      // Told by the answer whether this person may still enter: a socket that is refused cannot say so.
      const onShutOut = async () => {
        await refresh(proposalId, 'people');
        return { isSignedOut: isSignedOut(proposalId) };
      };
      // What another proposal's document left behind is none of this one's.
      const carried = round?.of === proposalId ? round.carried : null;
      const next = await openSession({
        proposalId,
        userId,
        copy,
        socketUrl: socketUrl(),
        onReplace,
        onShutOut,
        carried,
      });
      if (isGone) return next.close();
      opened = next;
      return setSession(next);
    };
    void start();
    return () => {
      isGone = true;
      opened?.close();
      setSession(null);
    };
  }, [proposalId, userId, round]);

  useLeaveWarning(session);
  return session;
}

/** The browser asks before a tab with unsaved changes is closed, and only then. */
function useLeaveWarning(session: ProposalSession | null): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const state = session?.saveState.get();
      const isUnsaved = state && (state.kind === 'saving' || ('changes' in state && state.changes > 0));
      if (isUnsaved) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [session]);
}
