// Above each page of a frozen proposal: since when, by whom, why, what goes on, who unlocks, and the button for who may.
import type { Freeze } from '@adagia/shared/api/freezes';
import { can } from '@adagia/shared/roles';
import { Alert, Button, Text } from '@mantine/core';
import { IconSnowflake } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useFreezeWords } from './freeze-words.ts';
import classes from './freezing.module.css';
import { UnlockDialog } from './unlock-dialog.tsx';

export function FreezeBanner({ freeze }: { freeze: Freeze }) {
  const { t } = useTranslation('freezing');
  const { proposal } = useProposal();
  const { whenOf, unlockersOf } = useFreezeWords();
  const [isUnlocking, setUnlocking] = useState(false);
  const { purpose, note, frozenBy, frozenAt, mayUnlock } = freeze;
  return (
    <Alert color="indigo" py="xs" role="status" icon={<IconSnowflake aria-hidden />} data-freeze={purpose}>
      <div className={classes.banner}>
        <div>
          <Text size="sm">
            <strong>{t(purpose === 'reading' ? 'bannerReading' : 'bannerSubmission')}</strong>{' '}
            {t('since', { when: whenOf(frozenAt), name: frozenBy.name })}
          </Text>
          {note && (
            <Text size="sm" className={classes.note}>
              “<bdi>{note}</bdi>”
            </Text>
          )}
          <Text size="sm">
            {t('effect')} {t('unlockBy', { who: unlockersOf(freeze) })}{' '}
            {can(proposal.role, 'timeline.read') && (
              <Link to="/p/$proposalId/versions" params={{ proposalId: proposal.id }}>
                {t('toVersion')}
              </Link>
            )}
          </Text>
        </div>
        {mayUnlock && !proposal.isArchived && (
          <Button size="xs" variant="default" className={classes.action ?? ''} onClick={() => setUnlocking(true)}>
            {t('unlock')}
          </Button>
        )}
      </div>
      {isUnlocking && <UnlockDialog freeze={freeze} onClose={() => setUnlocking(false)} />}
    </Alert>
  );
}
