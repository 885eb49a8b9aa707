// Text that this device kept for somebody who may not enter the proposal any more: theirs to copy all the same.
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { useEffect, useState } from 'react';
import { openLocalCopy, type RefusedText } from './local-copy.ts';
import { RefusedTexts } from './session-banners.tsx';

export function KeptTexts({ proposalId, userId }: { proposalId: ProposalId; userId: UserId }) {
  const [texts, setTexts] = useState<readonly RefusedText[]>([]);
  useEffect(() => {
    let isGone = false;
    const load = async () => {
      const copy = await openLocalCopy(userId, proposalId);
      const kept = await copy.loadRefused();
      copy.close();
      if (!isGone) setTexts(kept);
    };
    // No storage in this browser: then nothing was kept.
    load().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [proposalId, userId]);
  const dismiss = async () => {
    setTexts([]);
    const copy = await openLocalCopy(userId, proposalId);
    await copy.keepRefused([]);
    copy.close();
  };
  return <RefusedTexts texts={texts} onDismiss={() => void dismiss()} />;
}
