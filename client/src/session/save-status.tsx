// The words in the header about saving: exactly one of four at any time, a live region, from the session's state only.
import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useObservable } from './observable.ts';
import type { ProposalSession, SaveState } from './proposal-session.ts';
import classes from './save-status.module.css';

const icons = {
  opening: IconCloudUp,
  saving: IconCloudUp,
  saved: IconCloudCheck,
  offline: IconCloudOff,
  failed: IconAlertTriangle,
} as const;

const colours = { opening: 'dimmed', saving: 'dimmed', saved: 'dimmed', offline: 'orange.8', failed: 'red.8' } as const;

function useWords(state: SaveState, keepsCopy: boolean): string {
  const { t } = useTranslation('session');
  if (state.kind === 'offline') return t(keepsCopy ? 'offline' : 'offlineUnkept', { count: state.changes });
  if (state.kind === 'failed' && !keepsCopy) return t('failedUnkept');
  return t(state.kind);
}

export function SaveStatus({ session }: { session: ProposalSession }) {
  const state = useObservable(session.saveState);
  const words = useWords(state, useObservable(session.keepsCopy));
  const Icon = icons[state.kind];
  return (
    <Group gap={6} wrap="nowrap" c={colours[state.kind]} role="status" data-save-state={state.kind}>
      <Icon size={18} aria-hidden />
      <Text size="sm" truncate className={classes.words}>
        {words}
      </Text>
    </Group>
  );
}
