// The narrative of the proposal: every question of the form in portal order, and beside it the form at a glance.
import { Button, Drawer, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconListTree } from '@tabler/icons-react';
import { lazy, memo, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { EditorToolbar } from '../../editor/ui/editor-toolbar.tsx';
import { EditorWorkspaceProvider } from '../../editor/ui/editor-workspace-provider.tsx';
import { withWords } from '../../i18n/with-words.ts';
import { AllComments, SectionComments } from '../comments/comment-buttons.tsx';
import { CommentColumn } from '../comments/comment-column.tsx';
import { isSeeking } from '../consistency/sought-words.ts';
import { useSeenSection } from '../inbox/use-seen-section.ts';
import { PageLink } from '../presence/page-link.tsx';
import { OpenReferences } from '../references/open-references.tsx';
import { SectionRights } from '../rights/section-rights.tsx';
import { SuggestionPaint } from '../suggestions/suggestion-paint.tsx';
import { DrawForSearch } from './draw-for-search.ts';
import { goToAnswer, neighbour } from './go-to-answer.ts';
import classes from './narrative-page.module.css';
import { groupAnchor, QuestionGroup } from './question-group.tsx';
import { SectionOutline, sectionAnchor } from './section-outline.tsx';
import { useCurrentSection } from './use-current-section.ts';
import { useHashAnchor } from './use-hash-anchor.ts';
import { type OutlineSection, type ProposalOutline, useOutline } from './use-outline.ts';
import { NEXT_QUESTION, PREVIOUS_QUESTION, useQuestionKeys } from './use-question-keys.ts';

/** One and the same, so that the toolbar is not drawn anew with the page. */
const pageButtons = <AllComments />;

/** Nobody waits for it to type. */
const WritingSwitches = lazy(async () => ({
  default: (await withWords(import('../suggestions/writing-switches.tsx'))).WritingSwitches,
}));

/** Fetched by those whom a finding leads here. */
const ShowQuoted = lazy(async () => ({ default: (await import('../consistency/show-quoted.tsx')).ShowQuoted }));

export function NarrativePage() {
  const outline = useOutline();
  const { sections, answers } = outline;
  const keys = useMemo(() => answers.map((answer) => answer.key), [answers]);
  const [text, setText] = useState<HTMLElement | null>(null);
  const current = useCurrentSection(sections.map(({ section }) => sectionAnchor(section.id)));
  const { proposal } = useProposal();
  const seen = sections.find(({ section }) => sectionAnchor(section.id) === current)?.section.id ?? '';
  useSeenSection(proposal.id, seen);
  const [isSought] = useState(isSeeking);
  useHashAnchor();
  useQuestionKeys(keys);
  return (
    <EditorWorkspaceProvider>
      <div className={classes.page}>
        <div className={classes.outline}>
          <SectionOutline sections={sections} current={current} />
        </div>
        <div ref={setText} className={classes.middle}>
          <PageHead sections={sections} current={current} keys={keys} />
          <EditorToolbar>{pageButtons}</EditorToolbar>
          {sections.map((section, index) => (
            <FormSectionView key={section.section.id} section={section} outline={outline} isFirst={index === 0} />
          ))}
        </div>
        <CommentColumn text={text} />
        <DrawForSearch />
        <OpenReferences />
        {isSought && (
          <Suspense fallback={null}>
            <ShowQuoted />
          </Suspense>
        )}
        <SuggestionPaint />
      </div>
    </EditorWorkspaceProvider>
  );
}

function PageHead({ sections, current, keys }: { sections: OutlineSection[]; current: string; keys: string[] }) {
  const { t } = useTranslation('narrative');
  const [isOpen, { open, close }] = useDisclosure(false);
  const go = (step: 1 | -1) => {
    const key = neighbour(keys, step);
    if (key) goToAnswer(key);
  };
  return (
    <div className={classes.head}>
      <Title order={1} size="h3">
        {t('title')}
      </Title>
      <Button
        variant="default"
        size="compact-md"
        className={classes.outlineButton}
        leftSection={<IconListTree size={16} aria-hidden />}
        onClick={open}
      >
        {t('outline.open')}
      </Button>
      <Button.Group className={classes.steps}>
        <Button
          variant="default"
          size="compact-md"
          aria-label={t('previousQuestion')}
          aria-keyshortcuts={PREVIOUS_QUESTION}
          onClick={() => go(-1)}
        >
          <IconArrowUp size={16} aria-hidden />
        </Button>
        <Button
          variant="default"
          size="compact-md"
          aria-label={t('nextQuestion')}
          aria-keyshortcuts={NEXT_QUESTION}
          onClick={() => go(1)}
        >
          <IconArrowDown size={16} aria-hidden />
        </Button>
      </Button.Group>
      <Text size="xs" c="dimmed" visibleFrom="sm" className={classes.keys}>
        {t('keys', { next: NEXT_QUESTION, previous: PREVIOUS_QUESTION })}
      </Text>
      <Suspense fallback={<div className={classes.mode} />}>
        <WritingSwitches />
      </Suspense>
      <Drawer
        opened={isOpen}
        onClose={close}
        title={t('outline.label')}
        closeButtonProps={{ 'aria-label': t('outline.close') }}
        returnFocus={false}
      >
        <SectionOutline sections={sections} current={current} onChoose={close} />
      </Drawer>
    </div>
  );
}

interface FormSectionViewProps {
  section: OutlineSection;
  outline: ProposalOutline;
  isFirst: boolean;
}

const FormSectionView = memo(function FormSectionView({
  section: { section, groups },
  outline,
  isFirst,
}: FormSectionViewProps) {
  const id = sectionAnchor(section.id);
  return (
    <section id={id} className={classes.section} aria-labelledby={`${id}:title`}>
      <Title order={2} size="h3" id={`${id}:title`} className={classes.sectionTitle}>
        {section.title}
        <SectionComments sectionId={section.id} label={section.title} />
      </Title>
      <SectionRights sectionId={section.id} name={section.title} />
      {groups.map((entry, index) => (
        <QuestionGroup
          key={groupAnchor(entry)}
          entry={entry}
          workplan={outline.workplan}
          language={outline.language}
          isFirst={isFirst && index === 0}
        />
      ))}
      <EmptyRepeats section={section} groups={groups} />
    </section>
  );
});

/** Why a section has no questions yet, and where they come from. */
function EmptyRepeats({ section, groups }: Pick<OutlineSection, 'section' | 'groups'>) {
  const { t } = useTranslation('narrative');
  const isPlanned = section.groups.some((group) => group.repeat === 'work_package' || group.repeat === 'activity');
  if (!isPlanned || groups.some((entry) => entry.object !== null)) return null;
  return (
    <Text c="dimmed">
      {t('noWorkPackages')}{' '}
      <PageLink page="plan" isInText>
        {t('openPlan')}
      </PageLink>
    </Text>
  );
}
