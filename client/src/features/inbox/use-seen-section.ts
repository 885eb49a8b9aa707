// Tells the server which section is on the screen, so that nobody is mailed about what they have before their eyes.
import { markSectionSeen } from '@adagia/shared/api/notices';
import type { ProposalId } from '@adagia/shared/ids';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { callApi } from '../../api/call.ts';
import { INBOX } from '../../api/queries.ts';

/** Milliseconds: scrolling past is not reading. */
const READ_AFTER_MS = 3000;

export function useSeenSection(proposalId: ProposalId, sectionId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!sectionId) return undefined;
    const timer = setTimeout(() => {
      if (document.visibilityState !== 'visible') return;
      callApi(markSectionSeen, { proposalId, sectionId }, {}).then(
        () => client.invalidateQueries({ queryKey: INBOX }),
        // Without network a mail too many; the next section tries again.
        () => undefined,
      );
    }, READ_AFTER_MS);
    return () => clearTimeout(timer);
  }, [client, proposalId, sectionId]);
}
