// The questions that the form asks of this organisation: the very answers of the page Write, in the same editor.
import { answerKey } from '@adagia/shared/answer-key';
import { isAsked, isWritten, type OutlineGroup } from '@adagia/shared/programme/outline';
import { Group, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EditorToolbar } from '../../editor/ui/editor-toolbar.tsx';
import { EditorWorkspaceProvider } from '../../editor/ui/editor-workspace-provider.tsx';
import { FactField } from '../facts/fact-field.tsx';
import { factSource } from '../facts/fact-kind.ts';
import { AnswerCard } from '../narrative/answer-card.tsx';
import { useOutline } from '../narrative/use-outline.ts';
import { OpenReferences } from '../references/open-references.tsx';
import { ModeSwitch } from '../suggestions/mode-switch.tsx';
import { SuggestionPaint } from '../suggestions/suggestion-paint.tsx';
import classes from './intake.module.css';

export function OrganisationTexts({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('partners');
  const { sections, language } = useOutline();
  const groups = sections.flatMap((section) => section.groups).filter(({ object }) => object?.id === organisationId);
  if (groups.length === 0) return null;
  return (
    <section id="intake:text" className={classes.section} tabIndex={-1} aria-labelledby="texts-title">
      <Group mb="sm">
        <Title order={2} size="h4" id="texts-title">
          {t('item.text')}
        </Title>
        <ModeSwitch />
      </Group>
      <EditorWorkspaceProvider>
        <EditorToolbar />
        <OpenReferences />
        <SuggestionPaint />
        <Stack gap="md" mt="md">
          {groups.map((entry) => (
            <GroupTexts key={entry.group.id} entry={entry} language={language} />
          ))}
        </Stack>
      </EditorWorkspaceProvider>
    </section>
  );
}

/** Without what the card above shows already, and what the portal fills in. */
function GroupTexts({ entry, language }: { entry: OutlineGroup; language: string }) {
  const questions = entry.group.questions.filter((question) => isAsked(question, language));
  return questions.map((question) => {
    if (isWritten(question)) {
      const answer = { ...entry, question, key: answerKey(question.id, entry.object?.id) };
      return <AnswerCard key={question.id} answer={answer} headingOrder={3} isFirst={false} />;
    }
    if (factSource(question) !== 'fact') return null;
    return <FactField key={question.id} question={question} object={entry.object} isFirst />;
  });
}
