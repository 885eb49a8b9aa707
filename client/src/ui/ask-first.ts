// Asks before something that is felt by others or cannot be taken back.
import { modals } from '@mantine/modals';
import { t } from 'i18next';

export function askFirst(question: { title: string; text: string; confirm: string; onConfirm(): void }): void {
  modals.openConfirmModal({
    title: question.title,
    children: question.text,
    labels: { confirm: question.confirm, cancel: t('common:cancel') },
    confirmProps: { color: 'red' },
    onConfirm: question.onConfirm,
  });
}
