// Somebody signed in where they, or somebody else, were a guest: asked once whether both are the same person.
import { settleFormerGuest } from '@adagia/shared/api/entering';
import type { Me } from '@adagia/shared/api/people';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { queryClient } from '../../api/query-client.ts';
import { showProblem } from '../../ui/show-problem.ts';

export function FormerGuest({ me }: { me: Me }) {
  const { t } = useTranslation('entering');
  const [isBusy, setBusy] = useState(false);
  const guest = me.formerGuest?.name ?? '';
  const settle = async (isMe: boolean) => {
    setBusy(true);
    try {
      await callApi(settleFormerGuest, {}, { isMe });
      await queryClient.invalidateQueries();
      if (isMe) notifications.show({ color: 'green', message: t('formerDone', { guest }) });
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(false);
    }
  };
  // Neither answer is the one to slip into: it closes by a choice alone.
  const fixed = { withCloseButton: false, closeOnClickOutside: false, closeOnEscape: false };
  return (
    <Modal opened={me.formerGuest !== null} onClose={() => undefined} title={t('formerTitle', { guest })} {...fixed}>
      <Stack>
        <Text size="sm">{t('formerText', { guest, name: me.name })}</Text>
        <Group justify="flex-end">
          <Button variant="default" disabled={isBusy} onClick={() => void settle(false)}>
            {t('formerNo')}
          </Button>
          <Button loading={isBusy} onClick={() => void settle(true)}>
            {t('formerYes')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
