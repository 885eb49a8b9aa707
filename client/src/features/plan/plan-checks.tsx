// What does not add up in the plan, place by place: each opens its place and may be waived with a reason, which everybody sees
// and may take back. Sums and the partnership have their own list, beside the budget.
import type { RuleOutcome } from '@adagia/shared/budget/check-all';
import type { Violation } from '@adagia/shared/budget/rule';
import { isWaivable, subjectOf, type WaivedViolation } from '@adagia/shared/plan/waived-violations';
import { Badge, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useViolationText } from '../budget/use-violation-text.ts';
import { CheckLine, WaivedLine } from './check-line.tsx';
import { useGoToPlace } from './go-to-place.ts';
import classes from './plan-checks.module.css';
import { usePlan } from './plan-context.ts';

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

/** Said, and the keyboard back at the list: the line that had it is gone. */
function useSaid(): (words: string) => void {
  const { announce } = usePlan();
  return (words) => {
    announce(words);
    document.getElementById('checks')?.focus({ preventScroll: true });
  };
}

function OpenCheck({ violation, isRequired }: { violation: Violation; isRequired: boolean }) {
  const { t } = useTranslation('planChecks');
  const { actions } = usePlan();
  const { me } = useProposal();
  const goTo = useGoToPlace();
  const say = useSaid();
  const text = useViolationText()(violation);
  const waive = (reason: string) => {
    const isStored = actions.waive(violation, me.id, reason);
    if (isStored) say(t('waivedSaid', { text }));
    return isStored;
  };
  return (
    <CheckLine mark={{ 'data-check': violation.rule }} text={text} onShow={() => goTo(violation.place)} onWaive={waive}>
      <Text size="sm">
        {text}{' '}
        {isRequired && (
          <Badge size="xs" variant="light" color="red" tt="none">
            {t('required')}
          </Badge>
        )}
      </Text>
    </CheckLine>
  );
}

function WaivedCheck({ waived: { violation, waiver } }: { waived: WaivedViolation }) {
  const { t } = useTranslation('planChecks');
  const { actions } = usePlan();
  const { me } = useProposal();
  const say = useSaid();
  const text = useViolationText()(violation);
  const takeBack = () => {
    actions.waive(violation, me.id, undefined);
    say(t('backSaid', { text }));
  };
  return <WaivedLine mark={{ 'data-waived': violation.rule }} text={text} waiver={waiver} onTakeBack={takeBack} />;
}
