// Above each page of a frozen proposal: since when, by whom, why, what goes on, who unlocks, and the button for who may.
import type { Freeze } from '@adagia/shared/api/freezes';
import { can } from '@adagia/shared/roles';
import { Alert, Anchor, Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconSnowflake } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useFreezeWords } from './freeze-words.ts';
import classes from './freezing.module.css';
import { UnlockDialog } from './unlock-dialog.tsx';

/** Milliseconds: long enough to be read after one has looked up from the text. */
const SHOWN_MS = 12_000;
/** Milliseconds. A freeze that is younger began while the page was open, or just before: whoever is far down in a text sees no banner. */
const YOUNG_MS = 60_000;

/** Of what somebody else does while one is at work. */
function useFreezeNotices({ frozenAt, frozenBy, purpose }: Freeze): void {
  const { t } = useTranslation('freezing');
  const { me } = useProposal();
  const isMine = frozenBy.id === me.id;
  useEffect(() => {
    const words = t(purpose === 'reading' ? 'bannerReading' : 'bannerSubmission');
    const isYoung = Math.abs(Date.now() - Date.parse(frozenAt)) < YOUNG_MS;
    if (isYoung && !isMine) {
      notifications.show({ color: 'indigo', message: `${words}: ${frozenBy.name}`, autoClose: SHOWN_MS });
    }
  }, [frozenAt, frozenBy.name, isMine, purpose, t]);
}

export function FreezeBanner({ freeze }: { freeze: Freeze }) {
  const { t } = useTranslation('freezing');
  const { proposal } = useProposal();
  useFreezeNotices(freeze);
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
              <Anchor
                inherit
                c="inherit"
                underline="always"
                renderRoot={(props) => (
                  <Link to="/p/$proposalId/versions" params={{ proposalId: proposal.id }} {...props} />
                )}
              >
                {t('toVersion')}
              </Anchor>
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
