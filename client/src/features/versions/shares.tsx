// How much each wrote: as a bar, and in words.
import { personColour } from '@adagia/shared/person-colour';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Share } from './authorship-shares.ts';
import classes from './versions.module.css';

export function Shares({ shares }: { shares: readonly Share[] }) {
  const { t, i18n } = useTranslation('versions');
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <>
      <div className={classes.bar} aria-hidden>
        {shares.map(({ id, share }) => (
          <span key={id} style={{ flexGrow: share, background: colourOf(id) }} />
        ))}
      </div>
      <ul className={classes.shares}>
        {shares.map(({ id, name, share, characters }) => (
          <li key={id}>
            <span className={classes.swatch} style={{ background: colourOf(id) }} aria-hidden />
            <Text size="sm">
              <bdi>{name}</bdi> {percent.format(share)}{' '}
              <Text span size="xs" c="dimmed">
                {t('characters', { count: characters })}
              </Text>
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}

const colourOf = (id: string): string => (id ? personColour(id) : 'var(--mantine-color-gray-5)');
