// One key of the map `facts`: its component is woken by changes of that key only.
import type { FieldValue } from '@adagia/shared/document';
import { useCallback, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { useProposal } from '../../app/proposal-context.ts';
import { setFields } from '../../session/use-fields.ts';

export function useFact(name: string): [FieldValue | undefined, (value: FieldValue | undefined) => void] {
  const { session } = useProposal();
  const map: Y.Map<FieldValue> = session.doc.getMap('facts');
  const subscribe = useCallback(
    (listener: () => void) => {
      const changed = (event: Y.YMapEvent<FieldValue>) => {
        if (event.keysChanged.has(name)) listener();
      };
      map.observe(changed);
      return () => map.unobserve(changed);
    },
    [map, name],
  );
  const value = useSyncExternalStore(subscribe, () => map.get(name));
  const setValue = useCallback(
    (next: FieldValue | undefined) => setFields(session, 'facts', { [name]: next }),
    [session, name],
  );
  return [value, setValue];
}
