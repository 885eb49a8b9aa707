// Says to screen readers what changed without moving the focus.
import { VisuallyHidden } from '@mantine/core';
import { useCallback, useState } from 'react';

export function useAnnouncer(): { announce: (text: string) => void; announcer: React.ReactNode } {
  const [{ text, round }, setSaid] = useState({ text: '', round: 0 });
  const announce = useCallback((next: string) => setSaid((said) => ({ text: next, round: said.round + 1 })), []);
  // A sentence that is said twice must change, or it is not said again.
  const announcer = (
    <VisuallyHidden role="status">
      {text}
      {round % 2 === 1 ? '\u00a0' : ''}
    </VisuallyHidden>
  );
  return { announce, announcer };
}
