// Undo and redo for those who do not use keys.
import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useGridUndo } from './grid-undo.ts';

export function UndoButtons() {
  const { t } = useTranslation('plan');
  const { session } = useProposal();
  const { canUndo, canRedo, undo, redo } = useGridUndo(session);
  return (
    <Group gap={4} wrap="nowrap">
      <Tooltip label={t('undo')}>
        <ActionIcon variant="default" size="lg" aria-label={t('undo')} disabled={!canUndo} onClick={undo}>
          <IconArrowBackUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('redo')}>
        <ActionIcon variant="default" size="lg" aria-label={t('redo')} disabled={!canRedo} onClick={redo}>
          <IconArrowForwardUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
