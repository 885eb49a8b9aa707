// The address of one question, to send to a colleague: a link, which the browser can copy, open and bookmark.
import { ActionIcon } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export function QuestionLink({ id }: { id: string }) {
  const { t } = useTranslation('narrative');
  return (
    <ActionIcon component="a" href={`#${id}`} variant="subtle" color="gray" size="sm" aria-label={t('linkToQuestion')}>
      <IconLink size={16} aria-hidden />
    </ActionIcon>
  );
}
