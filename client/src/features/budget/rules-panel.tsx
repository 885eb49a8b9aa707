// The rules of the call, beside the budget and above the partners: which are kept, which are not and where, what to do, and how
// far each figure can be trusted.
import type { CheckReport, RuleOutcome } from '@adagia/shared/budget/check-all';
import type { MissingFact, RuleContext, RulePlace } from '@adagia/shared/budget/rule';
import { type ConsortiumRuleId, consortiumTodos } from '@adagia/shared/consortium/consortium-words';
import { Alert, Badge, Button, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconHelp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { useGoToPlace } from '../plan/go-to-place.ts';
import classes from './rules-panel.module.css';
import { SmallestFix } from './smallest-fix.tsx';
import { useViolationText } from './use-violation-text.ts';

/** Places that one rule names: the rest is counted. */
const PLACES_MAX = 5;

const order = ({ rule, state }: RuleOutcome): number =>
  (state === 'violated' ? 0 : state === 'unknown' ? 1 : 3) + (rule.severity === 'should' ? 0.5 : 0);

interface RulesPanelProps {
  report: CheckReport;
  title: string;
  /** Said when all rules that must hold do. */
  green: string;
  /** From which the smallest fix is computed; without it none is said. */
  context?: RuleContext;
  /** Names the panel in tests: data-rules, or data-consortium. */
  isConsortium?: boolean;
}

export function RulesPanel({ report, title, green, context, isConsortium = false }: RulesPanelProps) {
  const { t } = useTranslation('budget');
  const mark = { [isConsortium ? 'data-consortium' : 'data-rules']: 'green' };
  const sorted = report.outcomes.toSorted((a, b) => order(a) - order(b));
  const open = sorted.filter(({ state }) => state !== 'ok');
  const kept = sorted.filter(({ state }) => state === 'ok');
  return (
    <Stack component="section" gap="sm" id="rules" tabIndex={-1} aria-labelledby="rules-title">
      <Title order={2} size="h4" id="rules-title">
        {title}
      </Title>
      {report.isGreen && (
        <Alert color="green" icon={<IconCheck aria-hidden />} {...mark}>
          {green}
        </Alert>
      )}
      <ul className={classes.list}>
        {open.map((outcome) => (
          <RuleItem key={outcome.rule.id} outcome={outcome} context={context} />
        ))}
      </ul>
      {kept.length > 0 && (
        <details>
          <summary>{t('rulesPanel.kept', { count: kept.length })}</summary>
          <ul className={classes.list}>
            {kept.map((outcome) => (
              <RuleItem key={outcome.rule.id} outcome={outcome} />
            ))}
          </ul>
        </details>
      )}
    </Stack>
  );
}

function StateIcon({ state }: { state: RuleOutcome['state'] }) {
  const { t } = useTranslation('budget');
  const Icon = state === 'ok' ? IconCheck : state === 'violated' ? IconAlertTriangle : IconHelp;
  return (
    <span className={classes.icon} data-state={state} role="img" aria-label={t(`rulesPanel.state.${state}`)}>
      <Icon size={18} aria-hidden />
    </span>
  );
}

interface RuleItemProps {
  outcome: RuleOutcome;
  context?: RuleContext | undefined;
}

function RuleItem({ outcome, context }: RuleItemProps) {
  const { t } = useTranslation('budget');
  const { rule, state } = outcome;
  return (
    <li className={classes.item} data-rule={rule.id} data-state={state}>
      <StateIcon state={state} />
      <Stack gap={4} className={classes.body}>
        <Text size="sm" fw={600}>
          {t(`rules.${rule.id}.title`)}{' '}
          {rule.severity === 'should' && (
            <Badge size="xs" variant="outline" color="gray" tt="none">
              {t('rulesPanel.should')}
            </Badge>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {t(`rules.${rule.id}.prose`)}
        </Text>
        <Places outcome={outcome} context={context} />
        <Advice outcome={outcome} />
        <Origin outcome={outcome} />
      </Stack>
    </li>
  );
}

/** What to do, where a rule of the partnership does not hold. */
function Advice({ outcome: { rule, state } }: { outcome: RuleOutcome }) {
  const { t } = useTranslation('partners');
  if (state !== 'violated' || !(rule.id in consortiumTodos)) return null;
  return <Text size="sm">{t(`todo.${rule.id as ConsortiumRuleId}`)}</Text>;
}

function Places({ outcome: { violations, missing }, context }: RuleItemProps) {
  const { t } = useTranslation('budget');
  const goTo = useGoToPlace();
  const textOf = useViolationText();
  if (missing) return <MissingPlace missing={missing} />;
  return (
    <>
      {violations.slice(0, PLACES_MAX).map((violation) => {
        const text = textOf(violation);
        return (
          <div key={text} className={classes.place}>
            <div className={classes.words}>
              <Text size="sm">{text}</Text>
              {context && <SmallestFix context={context} violation={violation} />}
            </div>
            <Button
              size="compact-xs"
              variant="light"
              aria-label={t('rulesPanel.goToPlace', { text })}
              onClick={() => goTo(violation.place)}
            >
              {t('rulesPanel.goTo')}
            </Button>
          </div>
        );
      })}
      {violations.length > PLACES_MAX && (
        <Text size="sm">{t('rulesPanel.more', { count: violations.length - PLACES_MAX })}</Text>
      )}
    </>
  );
}

/** @param applicant id, whose card says when it was established */
function placeOf(missing: MissingFact, applicant: string | undefined): RulePlace {
  if (missing !== 'established') return { page: 'facts', questionId: missing };
  return { page: 'partners', ...(applicant && { organisationId: applicant }), field: missing };
}

function MissingPlace({ missing }: { missing: MissingFact }) {
  const { t } = useTranslation('budget');
  const { proposal } = useProposal();
  const goTo = useGoToPlace();
  const text = t(`rulesPanel.missing.${missing}`);
  return (
    <div className={classes.place}>
      <Text size="sm">{text}</Text>
      <Button
        size="compact-xs"
        variant="light"
        aria-label={t('rulesPanel.setPlace', { text })}
        onClick={() => goTo(placeOf(missing, proposal.organisations[0]?.id))}
      >
        {t('rulesPanel.set')}
      </Button>
    </div>
  );
}

/** A figure that nobody confirmed says so where it is used; where it was found is one step away. */
function Origin({ outcome: { confidence, sources, correction } }: { outcome: RuleOutcome }) {
  const { t, i18n } = useTranslation('budget');
  const when = momentFormat(i18n.language, { dateStyle: 'medium' });
  return (
    <div className={classes.origin} data-confidence={confidence}>
      {confidence !== 'sourced' && t(`rulesPanel.${confidence}`)}
      {correction && t('rulesPanel.corrected', { ...correction, at: when.format(new Date(correction.at)) })}
      <details>
        <summary>{t('rulesPanel.origin')}</summary>
        {sources.join('; ')}
      </details>
    </div>
  );
}
