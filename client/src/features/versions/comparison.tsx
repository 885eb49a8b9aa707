// What differs between two versions, answer by answer and map by map, with the way from one change to the next, and back to what was.
import type { ChangedPart, Version } from '@adagia/shared/api/versions';
import { personColour } from '@adagia/shared/person-colour';
import { Button, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useCanWriteAt, useWritingRights } from '../../app/use-writing-rights.ts';
import { readAttributedText } from '../../editor/binding/attributed-text.ts';
import { Waiting } from '../../pages/require-me.tsx';
import { askFirst } from '../../ui/ask-first.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { problemText } from '../../ui/show-problem.ts';
import { useTask } from '../../ui/use-task.ts';
import { targetName } from '../timeline/timeline-words.ts';
import { useWordsContext } from '../timeline/use-words-context.ts';
import { type AuthorLooks, AuthorLooksContext, byPerson } from './author-looks.ts';
import { ChangeAuthors, changeAuthors } from './change-authors.tsx';
import { CopyOldAnswer } from './copy-old-answer.tsx';
import { FieldChanges } from './field-changes.tsx';
import { restoreAnswer } from './restore-answer.ts';
import { type Layout, TextChanges } from './text-changes.tsx';
import { useOrganisationOf } from './use-organisations.ts';
import { useComparison, useKeepPresent } from './use-versions.ts';
import classes from './versions.module.css';

interface ComparisonProps {
  from: Version;
  /** null: now. */
  to: Version | null;
}

export function Comparison({ from, to }: ComparisonProps) {
  const { t } = useTranslation('versions');
  const { data, error, isFetching } = useComparison(from.id, to?.id ?? 'now');
  const [layout, setLayout] = useState<Layout>('inline');
  const [isByOrganisation, setByOrganisation] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const ref = useRef<HTMLDivElement>(null);
  const goTo = useChangeSteps(ref, chosen);
  const organisationOf = useOrganisationOf();
  if (error && !data) return <EmptyState title={problemText(error)} />;
  if (!data) return <Waiting />;
  const { parts, people } = data;
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? t('somebody');
  const personOf = (id: string | null) => (id === null ? t('noAuthor') : nameOf(id));
  const ofOrganisation: AuthorLooks = (by) => {
    const { id, name } = organisationOf(by);
    return id === '' ? null : { id, colour: personColour(id), organisation: name };
  };
  const looks = isByOrganisation ? ofOrganisation : byPerson;
  const authors = changeAuthors(parts, looks, isByOrganisation ? (by) => organisationOf(by).name : personOf);
  return (
    <div ref={ref} aria-busy={isFetching}>
      <div className={classes.tools}>
        <SegmentedControl
          size="xs"
          aria-label={t('layout')}
          value={layout}
          onChange={(value) => setLayout(value)}
          data={[
            { value: 'inline', label: t('inline') },
            { value: 'beside', label: t('beside') },
          ]}
        />
        <Button size="xs" variant="default" onClick={() => goTo(-1)}>
          {t('previousChange')}
        </Button>
        <Button size="xs" variant="default" onClick={() => goTo(1)}>
          {t('nextChange')}
        </Button>
        <Button size="xs" variant="default" onClick={() => print()}>
          {t('print')}
        </Button>
      </div>
      {parts.length === 0 && <EmptyState title={t('same')} />}
      <ChangeAuthors
        authors={authors}
        isByOrganisation={isByOrganisation}
        onByOrganisation={(isOn) => {
          setByOrganisation(isOn);
          setChosen(null);
        }}
        chosen={chosen}
        onChoose={setChosen}
      />
      <AuthorLooksContext value={looks}>
        {parts.map((part) => (
          <Part key={part.root} part={part} nameOf={nameOf} layout={layout} isRestorable={to === null} />
        ))}
      </AuthorLooksContext>
    </div>
  );
}

/** To the next change behind, or before, the one that has the focus, or had it last: the button that is pressed takes it away. */
function useChangeSteps(ref: RefObject<HTMLElement | null>, chosen: string | null): (step: 1 | -1) => void {
  const last = useRef<HTMLElement | null>(null);
  return (step) => {
    const all = [...(ref.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
    const changes = all.filter((one) => chosen === null || one.querySelector(`[data-by="${CSS.escape(chosen)}"]`));
    const focused = changes.indexOf(document.activeElement as HTMLElement);
    const at = focused < 0 && last.current ? changes.indexOf(last.current) : focused;
    const first = step > 0 ? 0 : changes.length - 1;
    const next = changes[at < 0 ? first : (at + step + changes.length) % changes.length];
    last.current = next ?? null;
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'center' });
  };
}

interface PartProps {
  part: ChangedPart;
  nameOf(id: string): string;
  layout: Layout;
  isRestorable: boolean;
}

function Part({ part, nameOf, layout, isRestorable }: PartProps) {
  const { t } = useTranslation('versions');
  const context = useWordsContext();
  const isText = part.root.startsWith('answer:');
  const title = isText
    ? targetName(context, { kind: 'text', target: part.root })
    : t(`root.${part.root as 'facts' | 'plan' | 'budget' | 'people'}`);
  return (
    <section className={classes.part} aria-label={title} data-root={part.root}>
      <div className={classes.partHead}>
        <Title order={3} size="h6">
          {title}
        </Title>
        <Group gap="xs" ml="auto">
          {part.before?.kind === 'text' && <CopyOldAnswer part={part.before} title={title} />}
          {isText && isRestorable && <Restore part={part} title={title} />}
        </Group>
      </div>
      {isText ? (
        <TextChanges part={part} nameOf={nameOf} layout={layout} />
      ) : (
        <FieldChanges part={part} label={title} isRestorable={isRestorable} />
      )}
    </section>
  );
}

function Restore({ part, title }: { part: ChangedPart; title: string }) {
  const { root, before } = part;
  const { t } = useTranslation('versions');
  const { session } = useProposal();
  // Of what was seen then: whoever writes on makes another difference, which can be undone again.
  const [restored, setRestored] = useState<ChangedPart | null>(null);
  const canWrite = useCanWriteAt(root);
  const { suggestsOnly } = useWritingRights();
  const keepPresent = useKeepPresent();
  const [isBusy, run] = useTask();
  if (!canWrite || suggestsOnly) return null;
  const restore = async () => {
    const text = session.doc.getText(root);
    // Before the version is kept: what is written after that is in neither, and stays.
    const seen = readAttributedText(text);
    await keepPresent(null);
    restoreAnswer(text, before?.kind === 'text' ? before : null, seen);
    setRestored(part);
  };
  if (restored === part) {
    return (
      <Text size="sm" role="status">
        {t('restored')}
      </Text>
    );
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={isBusy}
      onClick={() =>
        askFirst({
          title: t('restoreTitle', { title }),
          text: t('restoreText'),
          confirm: t('restore'),
          onConfirm: () => run(restore),
        })
      }
    >
      {t('restore')}
    </Button>
  );
}
