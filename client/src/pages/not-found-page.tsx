import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.tsx';

export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return (
    <main>
      <EmptyState
        title={t('notFound')}
        action={
          <Button component={Link} to="/">
            {t('toProposals')}
          </Button>
        }
      >
        {t('notFoundText')}
      </EmptyState>
    </main>
  );
}
