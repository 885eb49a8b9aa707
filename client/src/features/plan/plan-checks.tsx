// What does not add up in the plan, place by place: each opens its place and may be waived with a reason, which everybody sees
// and may take back. Sums and the partnership have their own list, beside the budget.
import type { RuleOutcome } from '@adagia/shared/budget/check-all';
import type { Violation } from '@adagia/shared/budget/rule';
import { isWaivable, subjectOf, type WaivedViolation } from '@adagia/shared/plan/waived-violations';
import { Badge, Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import { useViolationText } from '../budget/use-violation-text.ts';
import { useGoToPlace } from './go-to-place.ts';
import classes from './plan-checks.module.css';
import { usePlan } from './plan-context.ts';
import { WaiverForm } from './waiver-form.tsx';

/** Of each kind: a page full of them is read by nobody, and what is mended makes room for the next. */
const SHOWN_MAX = 40;

const keyOf = (one: Violation): string => `${one.rule} ${subjectOf(one)} ${JSON.stringify(one.data)}`;

/** Required ones first. */
const bySeverity = (a: RuleOutcome, b: RuleOutcome): number => (a.rule.severity < b.rule.severity ? -1 : 1);

export function PlanChecks() {
  const { t } = useTranslation('planChecks');
  const { project } = usePlan();
  const outcomes = project.report.outcomes.filter(({ rule }) => isWaivable(rule.id)).toSorted(bySeverity);
  const open = outcomes.flatMap(({ rule, violations }) => violations.map((violation) => ({ rule, violation })));
  const waived = outcomes.flatMap((one) => one.waived);
  return (
    <Stack component="section" gap="xs" id="checks" tabIndex={-1} aria-labelledby="checks-title">
      <Title order={2} size="h4" id="checks-title">
        {t('title')}
      </Title>
      <Text size="sm" c="dimmed">
        {open.length > 0 ? t('count', { count: open.length }) : t('none')}
      </Text>
      <ul className={classes.list}>
        {open.slice(0, SHOWN_MAX).map(({ rule, violation }) => (
          <OpenCheck key={keyOf(violation)} violation={violation} isRequired={rule.severity === 'must'} />
        ))}
      </ul>
      {waived.length > 0 && (
        <details>
          <summary>{t('waivedTitle', { count: waived.length })}</summary>
          <ul className={classes.list}>
            {waived.map((one) => (
              <WaivedCheck key={keyOf(one.violation)} waived={one} />
            ))}
          </ul>
        </details>
      )}
    </Stack>
  );
}

function OpenCheck({ violation, isRequired }: { violation: Violation; isRequired: boolean }) {
  const { t } = useTranslation('planChecks');
  const { project, actions, announce } = usePlan();
  const { me } = useProposal();
  const textOf = useViolationText();
  const goTo = useGoToPlace();
  const [isWaiving, setWaiving] = useState(false);
  const text = textOf(violation);
  const waive = (reason: string) => {
    if (!actions.waive(violation, me.id, reason)) return false;
    announce(t('waivedSaid', { text }));
    document.getElementById('checks')?.focus({ preventScroll: true });
    return true;
  };
  return (
    <li className={classes.item} data-check={violation.rule}>
      <div className={classes.line}>
        <Text size="sm" className={classes.text}>
          {text}{' '}
          {isRequired && (
            <Badge size="xs" variant="light" color="red" tt="none">
              {t('required')}
            </Badge>
          )}
        </Text>
        <span className={classes.buttons}>
          <Button
            size="compact-xs"
            variant="light"
            aria-label={t('showPlace', { text })}
            onClick={() => goTo(violation.place)}
          >
            {t('show')}
          </Button>
          {project.canWrite && !isWaiving && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('waiveText', { text })}
              onClick={() => setWaiving(true)}
            >
              {t('waive')}
            </Button>
          )}
        </span>
      </div>
      {isWaiving && <WaiverForm onStore={waive} onCancel={() => setWaiving(false)} />}
    </li>
  );
}

function WaivedCheck({ waived: { violation, waiver } }: { waived: WaivedViolation }) {
  const { t, i18n } = useTranslation('planChecks');
  const { project, actions, announce } = usePlan();
  const { proposal, me } = useProposal();
  const text = useViolationText()(violation);
  const name = proposal.members.find(({ userId }) => userId === waiver.by)?.name ?? t('somebody');
  const day = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const takeBack = () => {
    actions.waive(violation, me.id, undefined);
    announce(t('backSaid', { text }));
    document.getElementById('checks')?.focus({ preventScroll: true });
  };
  return (
    <li className={classes.item} data-waived={violation.rule}>
      <div className={classes.line}>
        <div className={classes.text}>
          <Text size="sm">{text}</Text>
          <Text size="sm" c="dimmed" className={classes.reason}>
            {t('waivedBy', { reason: waiver.reason, name, when: day.format(new Date(waiver.at)) })}
          </Text>
        </div>
        {project.canWrite && (
          <Button size="compact-xs" variant="subtle" aria-label={t('takeBackText', { text })} onClick={takeBack}>
            {t('takeBack')}
          </Button>
        )}
      </div>
    </li>
  );
}
