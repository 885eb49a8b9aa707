// Live references of the answers around lead to the page where what they stand for is changed.
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useEditorWorkspace } from '../../editor/ui/use-editor-workspace.ts';
import { referenceSourceOf } from '../../session/reference-source.ts';
import { useGoToPlace } from '../plan/go-to-place.ts';

export function OpenReferences() {
  const { t } = useTranslation('references');
  const { session } = useProposal();
  const { openReference } = useEditorWorkspace();
  const goTo = useGoToPlace();
  useEffect(() => {
    openReference.set((target) => {
      const found = referenceSourceOf(session.doc).get()?.find(target);
      if (found) goTo(found.place);
      else notifications.show({ id: 'reference-gone', message: t('goneShort') });
    });
    return () => openReference.set(null);
  }, [openReference, session, goTo, t]);
  return null;
}
