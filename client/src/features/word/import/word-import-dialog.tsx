// A Word file into the proposal, or into one answer: choose it, see answer by answer what would change, and only then write.
import type { OutlineAnswer } from '@adagia/shared/programme/outline';
import { Alert, Button, FileButton, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readWordFile } from '../read/read-word-file.ts';
import type { ReadWord } from '../read/word-document.ts';
import { ImportPreview } from './import-preview.tsx';

interface WordImportDialogProps {
  /** Left out: the whole proposal. */
  answer?: OutlineAnswer;
  onClose(): void;
}

export function WordImportDialog({ answer, onClose }: WordImportDialogProps) {
  const { t } = useTranslation(['word', 'common']);
  const [read, setRead] = useState<ReadWord | 'reading' | null>(null);
  const choose = (file: File | null) => {
    if (!file) return;
    setRead('reading');
    readWordFile(file).then(setRead, () => setRead({ problem: 'unreadable' }));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={answer ? t('reading.titleOf', { prompt: answer.question.prompt }) : t('reading.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <Text size="sm">{t(answer ? 'reading.introOne' : 'reading.intro')}</Text>
        <Group>
          <FileButton onChange={choose} accept=".docx,.docm,.doc">
            {(button) => (
              <Button {...button} variant="light" loading={read === 'reading'} data-autofocus>
                {t('reading.choose')}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            {t('reading.kinds')}
          </Text>
        </Group>
        {read !== null && read !== 'reading' && 'problem' in read && (
          <Alert color="red" role="alert">
            {t(`reading.problem.${read.problem}`)}
          </Alert>
        )}
        {read !== null && read !== 'reading' && 'document' in read && (
          <ImportPreview document={read.document} answer={answer ?? null} onClose={onClose} />
        )}
      </Stack>
    </Modal>
  );
}
