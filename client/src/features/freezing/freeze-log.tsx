// The log: who froze and who unlocked the proposal, when and why.
import type { Freeze } from '@adagia/shared/api/freezes';
import { Badge, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../../pages/require-me.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { problemText } from '../../ui/show-problem.ts';
import { useFreezeWords } from './freeze-words.ts';
import classes from './freezing.module.css';
import { useFreezes } from './use-freezes.ts';

export function FreezeLog() {
  const { t } = useTranslation('freezing');
  const { data, error } = useFreezes();
  return (
    <section aria-labelledby="freeze-log">
      <Title order={2} size="h4" id="freeze-log">
        {t('log')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm" maw={720}>
        {t('logIntro')}
      </Text>
      {error && !data && <EmptyState title={problemText(error)} />}
      {!data && !error && <Waiting />}
      {data?.length === 0 && <Text size="sm">{t('logEmpty')}</Text>}
      {data && data.length > 0 && (
        <ol className={classes.log}>
          {data.map((freeze) => (
            <FreezeEntry key={freeze.id} freeze={freeze} />
          ))}
        </ol>
      )}
    </section>
  );
}

function FreezeEntry({ freeze }: { freeze: Freeze }) {
  const { t } = useTranslation('freezing');
  const { whenOf, unlockersOf } = useFreezeWords();
  const { purpose, version, note, frozenBy, frozenAt, unlockedBy, unlockedAt, unlockNote } = freeze;
  return (
    <li className={classes.entry}>
      <Text size="sm" fw={600} component="div">
        {t(purpose === 'reading' ? 'reading' : 'submission')}
        {version?.name && (
          <>
            {': '}
            <bdi>{version.name}</bdi>
          </>
        )}{' '}
        {unlockedAt === null && <Badge tt="none">{t('inForce')}</Badge>}
      </Text>
      <Said words={t('logFrozen', { name: frozenBy.name, when: whenOf(frozenAt) })} note={note} />
      <Text size="sm" c="dimmed">
        {t('unlockBy', { who: unlockersOf(freeze) })}
      </Text>
      {unlockedAt !== null && (
        <Said words={t('logUnlocked', { name: unlockedBy?.name ?? '', when: whenOf(unlockedAt) })} note={unlockNote} />
      )}
    </li>
  );
}

function Said({ words, note }: { words: string; note: string }) {
  return (
    <Text size="sm" className={classes.note}>
      {words}
      {note && (
        <>
          {': “'}
          <bdi>{note}</bdi>”
        </>
      )}
    </Text>
  );
}
