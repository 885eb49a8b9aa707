// Where the partnership comes from, at a glance: a flag for each country with its name, who is from there, and whether it counts.
import { countryOf } from '@adagia/shared/consortium/programme-countries';
import { statusIn } from '@adagia/shared/programme/countries';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { Flag } from '../../ui/flag.tsx';
import { useCountryName } from '../../ui/use-country-name.ts';
import classes from './partners.module.css';

interface Presence {
  code: string;
  /** P1, P4. */
  numbers: string[];
}

function useCountries(): Presence[] {
  const { organisations } = useProposal().proposal;
  const found = new Map<string, string[]>();
  for (const [index, { country }] of organisations.entries()) {
    found.set(country, [...(found.get(country) ?? []), `P${index + 1}`]);
  }
  return [...found].map(([code, numbers]) => ({ code, numbers }));
}

export function FlagRow() {
  const { t } = useTranslation('partners');
  const { call } = useProposal();
  const nameOf = useCountryName();
  const present = useCountries();
  return (
    <ul className={classes.flags} aria-label={t('countries')}>
      {present.map(({ code, numbers }) => {
        const country = countryOf(code);
        const status = country ? statusIn(country, call.year) : 'unknown';
        return (
          <li key={code} className={classes.country} data-status={status}>
            <Flag code={code} />
            <div>
              <Text size="sm" fw={600}>
                {nameOf(code)}
              </Text>
              <Text size="xs" c="dimmed">
                {numbers.join(', ')} · {t(`status.${status}`)}
              </Text>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
