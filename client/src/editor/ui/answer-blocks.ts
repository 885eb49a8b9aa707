// The blocks of one answer as a React value: a new array after each change, the same one in between.
import { type Block, type DeltaOp, deltaToBlocks } from '@adagia/shared/text/blocks';
import type { Reading } from '@adagia/shared/text/suggestion-readings';
import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import type { Observable } from '../../session/proposal-session.ts';
import { shownOp } from '../binding/attributed-text.ts';
import { withPendingFormats } from '../binding/pending-marks.ts';

/** As an editor shows them: with what is suggested. */
export function readBlocks(ytext: Y.Text, reading: Reading = 'raw'): Block[] {
  if (reading !== 'raw') return deltaToBlocks(ytext.toDelta() as DeltaOp[], ytext.getAttributes(), reading);
  const shown = (ytext.toDelta() as DeltaOp[]).map(shownOp);
  return deltaToBlocks(shown, withPendingFormats(ytext.getAttributes()), 'raw');
}

function watchBlocks(ytext: Y.Text, reading: Reading): Observable<Block[]> {
  let blocks: Block[] | null = null;
  return {
    get: () => (blocks ??= readBlocks(ytext, reading)),
    subscribe(listener) {
      const changed = () => {
        blocks = null;
        listener();
      };
      // A change between the first read and the subscription must not be missed.
      blocks = null;
      ytext.observe(changed);
      return () => ytext.unobserve(changed);
    },
  };
}

export function useBlocks(ytext: Y.Text, reading: Reading): Block[] {
  const store = useMemo(() => watchBlocks(ytext, reading), [ytext, reading]);
  return useSyncExternalStore(store.subscribe, store.get);
}

/** Nothing to see: no character, and no list marker either. */
export function isBlank(ytext: Y.Text): boolean {
  const kind: unknown = ytext.length === 0 ? ytext.getAttribute('block') : 'text';
  return kind === undefined || kind === null;
}

/** Wakes its component only when the answer becomes blank or stops being so. */
export function useIsBlank(ytext: Y.Text): boolean {
  const store = useMemo(
    () => ({
      get: () => isBlank(ytext),
      subscribe(listener: () => void) {
        ytext.observe(listener);
        return () => ytext.unobserve(listener);
      },
    }),
    [ytext],
  );
  return useSyncExternalStore(store.subscribe, store.get);
}
