// Where the texts and the plan disagree: each finding quotes its sentence, says what is otherwise, leads to its words, and may be waived
// with a reason, as the checks of the plan above it.
import type { Finding, WaivedFinding } from '@adagia/shared/consistency/finding';
import { Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { CheckLine, WaivedLine } from '../plan/check-line.tsx';
import classes from '../plan/plan-checks.module.css';
import { usePlan } from '../plan/plan-context.ts';
import { pageAddress } from '../presence/place-address.ts';
import { useFindingText } from './finding-words.ts';
import { Glossary } from './glossary.tsx';
import { seekWords } from './sought-words.ts';
import { type Findings, useFindings } from './use-findings.ts';

/** A page full of them is read by nobody, and what is mended makes room for the next. */
const SHOWN_MAX = 40;
const HEADING = 'text-checks';

type Waive = Findings['waive'];

export function TextChecks() {
  const { t } = useTranslation('textChecks');
  const { isReading, open, waived, waive } = useFindings();
  return (
    <Stack component="section" gap="xs" id={HEADING} tabIndex={-1} aria-labelledby="text-checks-title">
      <Title order={2} size="h4" id="text-checks-title">
        {t('title')}
      </Title>
      <Text size="sm" c="dimmed" aria-busy={isReading}>
        {isReading ? '…' : open.length > 0 ? t('count', { count: open.length }) : t('none')}
      </Text>
      <FindingLists open={open} waived={waived} waive={waive} />
      <Glossary />
    </Stack>
  );
}

/** Only when they are others: the page is drawn at each step of a bar. */
const FindingLists = memo(function FindingLists({ open, waived, waive }: Omit<Findings, 'isReading'>) {
  const { t } = useTranslation('textChecks');
  return (
    <>
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
    </>
  );
});

function useSaid(): (words: string) => void {
  const { announce } = usePlan();
  return (words) => {
    announce(words);
    document.getElementById(HEADING)?.focus({ preventScroll: true });
  };
}

function useOpenFinding({ key, quote }: Finding): () => void {
  const { proposal } = useProposal();
  const navigate = useNavigate();
  const href = key ? pageAddress(proposal.id, 'write', key) : pageAddress(proposal.id, 'write');
  return () => {
    if (key) seekWords({ key, quote });
    void navigate({ href });
  };
}

function OpenFinding({ finding, waive }: { finding: Finding; waive: Waive }) {
  const { t } = useTranslation('textChecks');
  const { t: checks } = useTranslation('planChecks');
  const open = useOpenFinding(finding);
  const text = useFindingText()(finding);
  const say = useSaid();
  const store = (reason: string) => {
    const isStored = waive(finding, reason);
    if (isStored) say(checks('waivedSaid', { text }));
    return isStored;
  };
  return (
    <CheckLine mark={{ 'data-finding': finding.check }} text={text} onShow={open} onWaive={store}>
      <Text size="sm">{text}</Text>
      {finding.key && (
        <Text size="sm" c="dimmed">
          {t('quote', { quote: finding.quote })}
        </Text>
      )}
    </CheckLine>
  );
}

function Waived({ waived: { finding, waiver }, waive }: { waived: WaivedFinding; waive: Waive }) {
  const { t } = useTranslation('planChecks');
  const text = useFindingText()(finding);
  const say = useSaid();
  const takeBack = () => {
    waive(finding, undefined);
    say(t('backSaid', { text }));
  };
  return <WaivedLine mark={{ 'data-waived': finding.check }} text={text} waiver={waiver} onTakeBack={takeBack} />;
}
