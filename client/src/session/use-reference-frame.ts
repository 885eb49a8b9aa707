// Tells the references of an open proposal what is not in its document: its call and its organisations.
import type { Proposal } from '@adagia/shared/api/people';
import type { Call } from '@adagia/shared/programme/schema';
import { useLayoutEffect } from 'react';
import type * as Y from 'yjs';
import { referenceSourceOf } from './reference-source.ts';

export function useReferenceFrame(
  doc: Y.Doc | undefined,
  { organisations, sector }: Proposal,
  call: Call | null | undefined,
): void {
  useLayoutEffect(() => {
    if (doc && call) referenceSourceOf(doc).setFrame({ call, sector, organisations });
  }, [doc, call, sector, organisations]);
}
