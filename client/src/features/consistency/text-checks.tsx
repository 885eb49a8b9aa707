// Where the texts and the plan disagree: each finding quotes its sentence, says what is otherwise, opens the answer, and may be waived
// with a reason, as the checks of the plan above it.
import type { Finding, WaivedFinding } from '@adagia/shared/consistency/finding';
import { Button, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import classes from '../plan/plan-checks.module.css';
import { usePlan } from '../plan/plan-context.ts';
import { WaiverForm } from '../plan/waiver-form.tsx';
import { pageAddress } from '../presence/place-address.ts';
import { useFindingText } from './finding-words.ts';
import { Glossary } from './glossary.tsx';
import { useFindings } from './use-findings.ts';

/** A page full of them is read by nobody, and what is mended makes room for the next. */
const SHOWN_MAX = 40;
const HEADING = 'text-checks';

type Waive = ReturnType<typeof useFindings>['waive'];

export function TextChecks() {
  const { t } = useTranslation('textChecks');
  const { open, waived, waive } = useFindings();
  return (
    <Stack component="section" gap="xs" id={HEADING} tabIndex={-1} aria-labelledby="text-checks-title">
      <Title order={2} size="h4" id="text-checks-title">
        {t('title')}
      </Title>
      <Text size="sm" c="dimmed">
        {open.length > 0 ? t('count', { count: open.length }) : t('none')}
      </Text>
      <ul className={classes.list}>
        {open.slice(0, SHOWN_MAX).map((one) => (
          <OpenFinding key={one.waiverId} finding={one} waive={waive} />
        ))}
      </ul>
      {waived.length > 0 && (
        <details>
          <summary>{t('waivedTitle', { count: waived.length })}</summary>
          <ul className={classes.list}>
            {waived.map((one) => (
              <Waived key={one.finding.waiverId} waived={one} waive={waive} />
            ))}
          </ul>
        </details>
      )}
      <Glossary />
    </Stack>
  );
}

function useSaid(): (words: string) => void {
  const { announce } = usePlan();
  return (words) => {
    announce(words);
    document.getElementById(HEADING)?.focus({ preventScroll: true });
  };
}

function useOpenFinding({ key }: Finding): () => void {
  const { proposal } = useProposal();
  const navigate = useNavigate();
  const href = key ? pageAddress(proposal.id, 'write', key) : pageAddress(proposal.id, 'write');
  return () => void navigate({ href });
}

function OpenFinding({ finding, waive }: { finding: Finding; waive: Waive }) {
  const { t } = useTranslation('textChecks');
  const { t: checks } = useTranslation('planChecks');
  const { project } = usePlan();
  const open = useOpenFinding(finding);
  const [isWaiving, setWaiving] = useState(false);
  const text = useFindingText()(finding);
  const say = useSaid();
  const store = (reason: string) => {
    const isStored = waive(finding, reason);
    if (isStored) say(checks('waivedSaid', { text }));
    return isStored;
  };
  return (
    <li className={classes.item} data-finding={finding.check}>
      <div className={classes.line}>
        <div className={classes.text}>
          <Text size="sm">{text}</Text>
          {finding.key && (
            <Text size="sm" c="dimmed">
              {t('quote', { quote: finding.quote })}
            </Text>
          )}
        </div>
        <span className={classes.buttons}>
          <Button size="compact-xs" variant="light" aria-label={checks('showPlace', { text })} onClick={open}>
            {checks('show')}
          </Button>
          {project.canWrite && !isWaiving && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={checks('waiveText', { text })}
              onClick={() => setWaiving(true)}
            >
              {checks('waive')}
            </Button>
          )}
        </span>
      </div>
      {isWaiving && <WaiverForm onStore={store} onCancel={() => setWaiving(false)} />}
    </li>
  );
}

function Waived({ waived: { finding, waiver }, waive }: { waived: WaivedFinding; waive: Waive }) {
  const { t, i18n } = useTranslation('planChecks');
  const { project } = usePlan();
  const { proposal } = useProposal();
  const text = useFindingText()(finding);
  const say = useSaid();
  const name = proposal.members.find(({ userId }) => userId === waiver.by)?.name ?? t('somebody');
  const day = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const takeBack = () => {
    waive(finding, undefined);
    say(t('backSaid', { text }));
  };
  return (
    <li className={classes.item} data-waived={finding.check}>
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
