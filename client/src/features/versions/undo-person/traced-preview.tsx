// How each part would be without what one person did, to be ticked; what stays as it is and why; and the button that does it.

import type { TracedPerson } from '@adagia/shared/api/undo-person';
import type { ChangedPart } from '@adagia/shared/api/versions';
import { type FieldValue, mapNames } from '@adagia/shared/document';
import type { UserId } from '@adagia/shared/ids';
import type { WritingRights } from '@adagia/shared/writing-rights';
import { Alert, Button, Checkbox, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { useWritingRights } from '../../../app/use-writing-rights.ts';
import { momentFormat } from '../../../i18n/time-zone.ts';
import { Waiting } from '../../../pages/require-me.tsx';
import { useObservable } from '../../../session/observable.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { problemText } from '../../../ui/show-problem.ts';
import { useTask } from '../../../ui/use-task.ts';
import { targetName } from '../../timeline/timeline-words.ts';
import { useWordsContext } from '../../timeline/use-words-context.ts';
import { FieldChanges } from '../field-changes.tsx';
import { TextChanges } from '../text-changes.tsx';
import { chosenOf } from './as-shown.ts';
import type { PersonUndoPlan } from './plan-person-undo.ts';
import classes from './undo-person.module.css';
import { usePersonUndo } from './use-person-undo.ts';
import { useTracedPerson } from './use-undo-person.ts';
import { WhatStays } from './what-stays.tsx';

interface TracedProps {
  person: UserId;
  /** ISO time. */
  since: string;
  onDone(): void;
}

export function TracedPreview(props: TracedProps) {
  const { data, error, refetch } = useTracedPerson(props.person, props.since);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const rights = useWritingRights();
  const [isAnew, setIsAnew] = useState(false);
  const showAnew = async () => {
    setIsAnew(true);
    await refetch();
  };
  if (error && !data) return <EmptyState title={problemText(error)} />;
  if (!data) return <Waiting />;
  return (
    <Preview
      key={data.until}
      {...props}
      traced={data}
      rights={rights}
      left={left}
      onLeave={setLeft}
      isAnew={isAnew}
      onOther={showAnew}
    />
  );
}

interface PreviewProps extends TracedProps {
  traced: TracedPerson;
  /** As they are: what may be written is asked anew when they change. */
  rights: WritingRights;
  /** Roots that stay as they are. */
  left: ReadonlySet<string>;
  onLeave(left: ReadonlySet<string>): void;
  /** It was something else when they wanted it done. */
  isAnew: boolean;
  /** It is something else by now than what is shown. */
  onOther(): Promise<void>;
}

function usePlanned(plan: () => PersonUndoPlan, rights: WritingRights): PersonUndoPlan {
  const [planned, setPlanned] = useState(() => ({ plan: plan(), rights }));
  if (planned.rights === rights) return planned.plan;
  const next = { plan: plan(), rights };
  setPlanned(next);
  return next.plan;
}

/** A part, as comparisons show it. */
function partsOf({ answers, fields }: PersonUndoPlan): ChangedPart[] {
  const ofMaps = mapNames.flatMap((root): ChangedPart[] => {
    const changed = fields.filter(({ map }) => map === root);
    if (changed.length === 0) return [];
    const side = (value: (field: (typeof changed)[number]) => FieldValue | undefined) => {
      const entries = changed.flatMap((field) => (value(field) === undefined ? [] : [[field.key, value(field)]]));
      return { kind: 'fields' as const, fields: Object.fromEntries(entries) };
    };
    return [{ root, before: side(({ seen }) => seen), after: side(({ value }) => value) }];
  });
  return [...answers, ...ofMaps];
}

function Preview({ traced, person, since, rights, left, onLeave, isAnew, onOther, onDone }: PreviewProps) {
  const { t, i18n } = useTranslation('undoPerson');
  const { name, plan, countsOf, undo } = usePersonUndo(traced, person);
  // As it is when one looks; what is done is planned anew, at the moment in which it is done, and only if it still is the same.
  const planned = usePlanned(plan, rights);
  const chosen = chosenOf(planned, left);
  const parts = partsOf(planned);
  const toggle = (root: string, isOn: boolean) => {
    const next = new Set(left);
    if (isOn) next.delete(root);
    else next.add(root);
    onLeave(next);
  };
  const when = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const isTooEarly = Date.parse(traced.since) > Date.parse(since);
  return (
    <>
      {isTooEarly && <Text mb="md">{t('tooEarly', { when: when.format(new Date(traced.since)) })}</Text>}
      {parts.length === 0 ? (
        <Nothing name={name} isClosed={planned.closed.length > 0} />
      ) : (
        <Title order={2} size="h4" mb="xs">
          {t('preview')}
        </Title>
      )}
      <WhatStays plan={planned} people={traced.people} />
      {parts.map((part) => (
        <PartPreview
          key={part.root}
          part={part}
          people={traced.people}
          isLeft={left.has(part.root)}
          onToggle={(isOn) => toggle(part.root, isOn)}
        />
      ))}
      {parts.length > 0 && (
        <Do
          places={parts.filter(({ root }) => !left.has(root)).length}
          counts={countsOf(chosen)}
          isAnew={isAnew}
          onUndo={() => undo(chosen).then((isDone) => (isDone ? onDone() : onOther()))}
        />
      )}
    </>
  );
}

/** Why there is nothing: not everything that cannot be undone was undone by others. */
function Nothing({ name, isClosed }: { name: string; isClosed: boolean }) {
  const { t } = useTranslation('undoPerson');
  const { proposal } = useProposal();
  if (proposal.freeze) return <EmptyState title={t('frozen')}>{t('frozenText', { name })}</EmptyState>;
  if (isClosed) return <EmptyState title={t('allClosed')}>{t('allClosedText', { name })}</EmptyState>;
  return <EmptyState title={t('nothing')}>{t('nothingText', { name })}</EmptyState>;
}

interface PartPreviewProps {
  part: ChangedPart;
  people: TracedPerson['people'];
  isLeft: boolean;
  onToggle(isOn: boolean): void;
}

function PartPreview({ part, people, isLeft, onToggle }: PartPreviewProps) {
  const { t } = useTranslation(['undoPerson', 'versions']);
  const context = useWordsContext();
  const isText = part.root.startsWith('answer:');
  const title = isText
    ? targetName(context, { kind: 'text', target: part.root })
    : t(`versions:root.${part.root as 'facts' | 'plan' | 'budget'}`);
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? t('versions:somebody');
  return (
    <section className={classes.part} aria-label={title} data-root={part.root} data-left={isLeft || undefined}>
      <Checkbox
        mb="xs"
        fw={500}
        label={title}
        aria-label={t('include', { title })}
        checked={!isLeft}
        onChange={({ currentTarget }) => onToggle(currentTarget.checked)}
      />
      {isText ? (
        <TextChanges part={part} nameOf={nameOf} layout="inline" />
      ) : (
        <FieldChanges part={part} label={title} isRestorable={false} />
      )}
    </section>
  );
}

interface DoProps {
  places: number;
  counts: readonly string[];
  isAnew: boolean;
  onUndo(): Promise<void>;
}

function Do({ places, counts, isAnew, onUndo }: DoProps) {
  const { session } = useProposal();
  const isSaved = useObservable(session.saveState).kind === 'saved';
  const { t, i18n } = useTranslation('undoPerson');
  const [isBusy, run] = useTask();
  return (
    <>
      {isAnew && (
        <Alert color="orange" my="sm">
          {t('changedMeanwhile')}
        </Alert>
      )}
      <Text size="sm" c="dimmed">
        {t('nowKept')}
      </Text>
      <div className={classes.bar}>
        <Text size="sm" role="status">
          {isSaved ? new Intl.ListFormat(i18n.language).format(counts) : t('notSavedYet')}
        </Text>
        <Button color="red" loading={isBusy} disabled={places === 0 || !isSaved} onClick={() => run(onUndo)}>
          {t('undo', { count: places })}
        </Button>
      </div>
    </>
  );
}
