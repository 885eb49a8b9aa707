// Says what was restored, and takes all of it back in one step.
import { Alert, Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { useWritingRights } from '../../../app/use-writing-rights.ts';
import { useObservable } from '../../../session/observable.ts';
import { useShowNow } from '../use-versions.ts';
import { lastRestored } from './last-restored.ts';

export function RestoredNote() {
  const { t } = useTranslation(['versions', 'common']);
  const { session } = useProposal();
  const { canWrite, refusalAt } = useWritingRights();
  const store = lastRestored(session);
  const last = useObservable(store);
  const showNow = useShowNow();
  if (!last) return null;
  const takeBack = () => {
    const isOpen = canWrite && session.canWrite.get();
    if (!isOpen || last.places.some(({ root, key }) => (refusalAt?.(root, key) ?? null) !== null)) {
      notifications.show({ id: 'take-back-refused', color: 'orange', message: t('takeBackRefused'), autoClose: 8000 });
      return;
    }
    last.takeBack();
    store.set(null);
    showNow();
  };
  return (
    <Alert
      role="status"
      my="sm"
      color="green"
      title={last.title}
      withCloseButton
      closeButtonLabel={t('common:close')}
      onClose={() => store.set(null)}
    >
      <Text size="sm" mb="xs">
        {t('restoredText')}
      </Text>
      <Button size="compact-sm" variant="default" onClick={takeBack}>
        {t('takeBack')}
      </Button>
    </Alert>
  );
}
