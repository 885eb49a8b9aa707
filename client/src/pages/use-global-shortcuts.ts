// Keys that work on every page of a proposal. Saving needs none: pressing Mod+S says so instead of doing harm.
import { can } from '@adagia/shared/roles';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../app/proposal-context.ts';

export function useGlobalShortcuts(): void {
  const { t } = useTranslation('session');
  const { id: proposalId, role } = useProposal().proposal;
  const navigate = useNavigate();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey)) return;
      if (event.altKey && event.shiftKey && event.code === 'KeyH' && can(role, 'timeline.read')) {
        event.preventDefault();
        void navigate({ to: '/p/$proposalId/versions', params: { proposalId } });
      } else if (!event.altKey && event.key.toLowerCase() === 's') {
        event.preventDefault();
        notifications.show({ id: 'auto-saved', message: t('autoSaved'), autoClose: 3000 });
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [t, navigate, proposalId, role]);
}
