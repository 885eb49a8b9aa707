// Beside an answer: who wrote each of its characters, in a copy to read.
import type { AnswerKey } from '@adagia/shared/answer-key';
import { ActionIcon } from '@mantine/core';
import { IconUserEdit } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PassingDialog } from '../../../ui/passing-dialog.tsx';
import { AnswerAuthors } from './answer-authors.tsx';

export function ShowAuthors({ answerKey, title }: { answerKey: AnswerKey; title: string }) {
  const { t } = useTranslation(['versions', 'common']);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('showAuthorsOf', { title })}
        title={t('showAuthors')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <IconUserEdit size={18} />
      </ActionIcon>
      {isOpen && (
        <PassingDialog
          size="xl"
          title={t('showAuthorsOf', { title })}
          closeButtonProps={{ 'aria-label': t('common:close') }}
          onClose={() => setOpen(false)}
        >
          <AnswerAuthors answerKey={answerKey} />
        </PassingDialog>
      )}
    </>
  );
}
