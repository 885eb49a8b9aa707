// Carrying over: all answers in portal order, each to be copied exactly as the web form takes it, ticked when it is done.
import { exportProposal } from '@adagia/shared/api/people';
import { pathOf } from '@adagia/shared/api/route';
import { can } from '@adagia/shared/roles';
import { Button, Checkbox, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useAnswerStates } from '../narrative/answer-states.ts';
import { type OutlineSection, useOutline } from '../narrative/use-outline.ts';
import { WordButtons } from '../word/word-buttons.tsx';
import { AcceptedSwitch } from './accepted-switch.tsx';
import { type CarryOver, useCarryOver } from './carry-over.ts';
import { CarryOverProgress } from './carry-over-progress.tsx';
import { CopyReadingContext } from './copy-reading.ts';
import { usePendingCount } from './pending-count.ts';
import { PortalAnswer } from './portal-answer.tsx';
import classes from './portal-page.module.css';
import { PortalRules } from './portal-rules.tsx';
import { useDownloads } from './use-downloads.ts';

export function PortalPage() {
  const { t } = useTranslation('portal');
  const { session, proposal, call } = useProposal();
  const outline = useOutline();
  const states = useAnswerStates();
  const carryOver = useCarryOver(session, outline.answers, states);
  const pending = usePendingCount(session, outline.answers);
  const [isFiltered, setFiltered] = useState(false);
  const [wantsPending, setWantsPending] = useState(false);
  return (
    <div className={classes.page}>
      <Title order={1} size="h3">
        {t('title')}
      </Title>
      <Text maw="48rem">{t('intro')}</Text>
      <CarryOverProgress carryOver={carryOver} />
      {/* Organisations have the number of the agencies' own system: it is their web form, not the portal of the executive agency. */}
      {call.organisationId.value === 'oid' && <PortalRules />}
      <Checkbox
        label={t('filter')}
        checked={isFiltered}
        onChange={(event) => setFiltered(event.currentTarget.checked)}
      />
      <AcceptedSwitch pending={pending} isOn={wantsPending} onChange={setWantsPending} />
      <CopyReadingContext value={wantsPending && pending > 0 ? 'accepted' : 'base'}>
        <PortalSections sections={outline.sections} carryOver={carryOver} isFiltered={isFiltered} />
        {can(proposal.role, 'proposal.export') && <Downloads />}
      </CopyReadingContext>
    </div>
  );
}

interface PortalSectionsProps {
  sections: readonly OutlineSection[];
  carryOver: CarryOver;
  isFiltered: boolean;
}

function PortalSections({ sections, carryOver, isFiltered }: PortalSectionsProps) {
  const { t } = useTranslation('portal');
  const shown = useMemo(
    () =>
      sections
        .map(({ section, answers }) => ({
          section,
          answers: answers.filter((answer) => !isFiltered || carryOver.of(answer.key) !== 'done'),
        }))
        .filter(({ answers }) => answers.length > 0),
    [sections, carryOver, isFiltered],
  );
  if (shown.length === 0) return <Text>{t('allDone')}</Text>;
  return shown.map(({ section, answers }) => (
    <section key={section.id} className={classes.section} aria-labelledby={`portal:${section.id}`}>
      <Title order={2} size="h4" id={`portal:${section.id}`}>
        {section.title}
      </Title>
      <ul className={classes.answers}>
        {answers.map((answer) => (
          <PortalAnswer key={answer.key} answer={answer} />
        ))}
      </ul>
    </section>
  ));
}

function Downloads() {
  const { t } = useTranslation('portal');
  const { proposal } = useProposal();
  const { asText, asMarkdown } = useDownloads();
  const icon = <IconDownload size={16} aria-hidden />;
  return (
    <section className={classes.section} aria-labelledby="portal:downloads">
      <Title order={2} size="h4" id="portal:downloads">
        {t('downloads')}
      </Title>
      <div className={classes.row}>
        <Button variant="default" leftSection={icon} onClick={asText}>
          {t('asText')}
        </Button>
        <Button variant="default" leftSection={icon} onClick={asMarkdown}>
          {t('asMarkdown')}
        </Button>
        <Button
          component="a"
          href={pathOf(exportProposal, { proposalId: proposal.id })}
          download
          variant="default"
          leftSection={icon}
        >
          {t('asJson')}
        </Button>
        <WordButtons />
      </div>
      <Text size="sm" c="dimmed">
        {t('jsonHint')}
      </Text>
    </section>
  );
}
