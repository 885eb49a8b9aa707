// Text that this device kept for somebody who may not enter the proposal any more, or who is somebody else by now: theirs to copy all
// the same. Refused text, and what they typed without network before they knew.
import type { ProposalId, UserId } from '@adagia/shared/ids';
import { useEffect, useState } from 'react';
import * as Y from 'yjs';
import { fillFromCopy } from './fill-from-copy.ts';
import { openLocalCopy } from './indexed-copy.ts';
import { explained, type LocalCopy, type RefusalReason, type RefusedText } from './local-copy.ts';
import { RefusedTexts } from './session-banners.tsx';
import { TouchedPlaces, textsOf, textsOfUpdates } from './unsaved-texts.ts';

/** Makes text of what was never sent, so that it is kept as such, and gives everything that is kept. */
async function loadKeptTexts(copy: LocalCopy, why: RefusalReason): Promise<RefusedText[]> {
  const kept = await copy.load();
  const doc = new Y.Doc();
  const touched = new TouchedPlaces();
  const { pendingIds, stale } = fillFromCopy(doc, kept, touched);
  const own = pendingIds.length > 0 ? textsOf(doc, touched) : [];
  const old = textsOfUpdates(stale.map((record) => record.bytes));
  return [...kept.refused, ...explained(own, why), ...explained(old, 'restored')];
}

/** In one go: of records that are shown here none may stay behind, to be sent once the person is let in again. */
async function forgetKeptTexts(copy: LocalCopy): Promise<void> {
  const { records } = await copy.load();
  await copy.replaceByTexts(
    [],
    records.filter((record) => record.isPending).map((record) => record.id),
  );
  await copy.dismissRefused();
}

interface KeptTextsProps {
  proposalId: ProposalId;
  userId: UserId;
  /** Of what was never sent. */
  why?: RefusalReason;
}

export function KeptTexts({ proposalId, userId, why = 'notAllowed' }: KeptTextsProps) {
  const [texts, setTexts] = useState<readonly RefusedText[]>([]);
  useEffect(() => {
    let isGone = false;
    const load = async () => {
      const copy = await openLocalCopy(userId, proposalId);
      const kept = await loadKeptTexts(copy, why);
      copy.close();
      if (!isGone) setTexts(kept);
    };
    // No storage in this browser: then nothing was kept.
    load().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [proposalId, userId, why]);
  const dismiss = async () => {
    const copy = await openLocalCopy(userId, proposalId);
    await forgetKeptTexts(copy);
    copy.close();
    setTexts([]);
  };
  // Gone from the page once it is gone from the device: who leaves in between finds it again, and knows why.
  return <RefusedTexts texts={texts} onDismiss={() => void dismiss().catch(() => setTexts([]))} />;
}
