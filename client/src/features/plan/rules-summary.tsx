// Whether plan and budget keep the rules, in one line, with the way to the list beside the budget.
import type { CheckReport } from '@adagia/shared/budget/check-all';
import { Badge, Group } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconHelp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import classes from './plan-table.module.css';

export function RulesSummary({ report, hasLink = true }: { report: CheckReport; hasLink?: boolean }) {
  const { t } = useTranslation('plan');
  const { proposal } = useProposal();
  const must = report.outcomes.filter(({ rule }) => rule.severity === 'must');
  const broken = must.filter(({ state }) => state === 'violated').length;
  const unknown = must.filter(({ state }) => state === 'unknown').length;
  const suggestions = report.outcomes.filter(
    ({ rule, state }) => rule.severity === 'should' && state === 'violated',
  ).length;
  const waived = report.outcomes.reduce((sum, one) => sum + one.waived.length, 0);
  return (
    <Group gap="xs" role="status" data-rules={report.isGreen ? 'green' : 'open'}>
      {report.isGreen && (
        <Badge variant="light" color="green" size="lg" tt="none" leftSection={<IconCheck size={14} aria-hidden />}>
          {t('rules.green')}
        </Badge>
      )}
      {broken > 0 && (
        <Badge
          variant="light"
          color="red"
          size="lg"
          tt="none"
          leftSection={<IconAlertTriangle size={14} aria-hidden />}
        >
          {t('rules.problems', { count: broken })}
        </Badge>
      )}
      {unknown > 0 && (
        <Badge variant="light" color="gray" size="lg" tt="none" leftSection={<IconHelp size={14} aria-hidden />}>
          {t('rules.unknown', { count: unknown })}
        </Badge>
      )}
      {suggestions > 0 && (
        <Badge variant="outline" color="gray" size="lg" tt="none">
          {t('rules.suggestions', { count: suggestions })}
        </Badge>
      )}
      {waived > 0 && (
        <Badge variant="outline" color="gray" size="lg" tt="none">
          {t('rules.waived', { count: waived })}
        </Badge>
      )}
      {hasLink && (
        <Link to="/p/$proposalId/budget" params={{ proposalId: proposal.id }} hash="rules" className={classes.link}>
          {t('rules.open')}
        </Link>
      )}
    </Group>
  );
}
