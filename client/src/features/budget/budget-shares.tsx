// Who gets how much, for what and when: live pictures of the budget, each of which is a table too.
import { budgetByYear } from '@adagia/shared/budget/by-year';
import { formatAmount, formatShare } from '@adagia/shared/budget/format-amount';
import { Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Project } from '../plan/use-project.ts';
import classes from './budget-shares.module.css';
import { useRowName } from './use-row-name.ts';

interface Share {
  id: string;
  name: string;
  cents: number;
}

function useYears({ budget, workplan, project: { startDate } }: Project): Share[] {
  const { t } = useTranslation('budget');
  return useMemo(() => {
    const { years, undated } = budgetByYear(budget, workplan, startDate);
    const named = [...years].map(([year, cents]) => ({
      id: String(year),
      name: startDate === null ? t('shares.year', { number: year }) : String(year),
      cents,
    }));
    return undated === 0 ? named : [...named, { id: 'undated', name: t('shares.undated'), cents: undated }];
  }, [budget, workplan, startDate, t]);
}

export function BudgetShares({ project }: { project: Project }) {
  const { t } = useTranslation('budget');
  const { budget, paidOrganisations, call } = project;
  const years = useYears(project);
  const rowName = useRowName();
  if (budget.total === 0) return null;
  const organisations = paidOrganisations.map(({ id, number, legalName }) => ({
    id,
    name: `${number} ${legalName}`,
    cents: budget.organisationTotals.get(id) ?? 0,
  }));
  const work = budget.rows.map((row) => ({ id: row.id, name: rowName(row), cents: row.total ?? 0 }));
  const isWorkPackage = call.budgetUnit === 'work_package';
  return (
    <Stack gap="xs" component="section" aria-labelledby="budget-shares">
      <Title order={2} size="h3" id="budget-shares">
        {t('shares.title')}
      </Title>
      <div className={classes.pictures}>
        <Picture title={t('shares.organisation')} shares={organisations} whole={budget.total} />
        <Picture
          title={t(isWorkPackage ? 'shares.workPackage' : 'shares.activity')}
          shares={work}
          whole={budget.total}
        />
        <Picture title={t('shares.years')} hint={t('shares.yearsHint')} shares={years} whole={budget.total} />
      </div>
    </Stack>
  );
}

interface PictureProps {
  title: string;
  hint?: string;
  shares: Share[];
  /** Cents. */
  whole: number;
}

function Picture({ title, hint, shares, whole }: PictureProps) {
  const { t, i18n } = useTranslation('budget');
  const hintId = useId();
  const longest = Math.max(1, ...shares.map(({ cents }) => cents));
  return (
    <div>
      <table className={classes.picture} {...(hint && { 'aria-describedby': hintId })}>
        <caption className={classes.caption}>{title}</caption>
        <VisuallyHidden component="thead">
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t('grid.total')}</th>
            <th scope="col">{t('grid.share')}</th>
          </tr>
        </VisuallyHidden>
        <tbody>
          {shares.map(({ id, name, cents }) => (
            <tr key={id}>
              <th scope="row">
                <bdi className={classes.name}>{name}</bdi>
                <span className={classes.track}>
                  <span className={classes.bar} style={{ width: `${Math.max(0, (cents / longest) * 100)}%` }} />
                </span>
              </th>
              <td>{formatAmount(cents, i18n.language, 'euro')}</td>
              <td>{formatShare(cents / whole, i18n.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hint && (
        <Text size="xs" c="dimmed" id={hintId}>
          {hint}
        </Text>
      )}
    </div>
  );
}
