// Answer by answer what a Word file would change, with a tick for each; and what of the file has no place here.
import type { Thread } from '@adagia/shared/api/review';
import type { OutlineAnswer } from '@adagia/shared/programme/outline';
import { nameOfFileAuthor } from '@adagia/shared/text/file-authors';
import { objectLabel } from '@adagia/shared/text/proposal-text';
import { Alert, Button, Checkbox, Group, List, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Fragment, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useThreads } from '../../../api/queries.ts';
import { useProposal } from '../../../app/proposal-context.ts';
import { useMode, useWritable, useWritingRights } from '../../../app/use-writing-rights.ts';
import { useObservable } from '../../../session/observable.ts';
import { referenceSourceOf } from '../../../session/reference-source.ts';
import { useOutline } from '../../narrative/use-outline.ts';
import { useAuthorName } from '../../suggestions/use-suggestions.ts';
import { TextChanges } from '../../versions/text-changes.tsx';
import type { WordDocument } from '../read/word-document.ts';
import type { Placing, Tracking } from './answer-change.ts';
import { ImportChoices } from './import-choices.tsx';
import { type ImportItem, type ImportItems, importChanges, withComments } from './import-items.ts';
import { useWordImport } from './use-word-import.ts';

interface ImportPreviewProps {
  document: WordDocument;
  /** null: the whole proposal. */
  answer: OutlineAnswer | null;
  onClose(): void;
}

const none: readonly Thread[] = [];

interface Choice {
  placing: Placing;
  tracking: Tracking;
  suggests: boolean;
}

function useItems({ document, answer }: ImportPreviewProps, { placing, tracking, suggests }: Choice) {
  const { session, proposal, me } = useProposal();
  const { answers } = useOutline();
  const threads = useThreads(proposal.id).data ?? none;
  const { doc } = session;
  const { members } = proposal;
  // Of what is only shown: when it is written, the moment is another one.
  const [openedMs] = useState(() => Date.now());
  // As it was when the file was chosen. What colleagues type meanwhile stays: only the words that differ are written.
  const changes = useMemo(() => {
    const { read } = referenceSourceOf(doc);
    const importer = { userId: me.id, nowMs: openedMs, random: 0 };
    const nameOf = (author: string) =>
      nameOfFileAuthor(author) ?? members.find(({ userId }) => userId === author)?.name ?? '';
    const how = { placing, tracking, suggests, read, importer, nameOf };
    return importChanges({ doc, document, answers, only: answer, ...how });
  }, [doc, document, answers, answer, placing, tracking, suggests, members, me.id, openedMs]);
  return useMemo(() => withComments(changes, document, threads), [changes, document, threads]);
}

export function ImportPreview(props: ImportPreviewProps) {
  const { t } = useTranslation(['word', 'common']);
  const { document, answer, onClose } = props;
  const [placing, setPlacing] = useState<Placing>(answer ? 'append' : 'replace');
  const [tracking, setTracking] = useState<Tracking>('suggestions');
  const { mode } = useMode();
  const suggests = mode !== 'editing';
  const { items, replies } = useItems(props, { placing, tracking, suggests });
  const { refusalAt } = useWritingRights();
  const isOpen = ({ change }: ImportItem) =>
    !change.isTooCrowded && mode !== 'viewing' && (refusalAt?.(change.key, null) ?? null) === null;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const changed = items.filter(({ change }) => !change.isSame);
  const taken = changed.filter((item) => isOpen(item) && !left.has(item.change.key));
  const proposed = items.flatMap(({ change }) => change.proposals).reduce((sum, { count }) => sum + count, 0);
  const comments = items.flatMap(({ threads }) => threads);
  const commentCount = comments.reduce((sum, one) => sum + 1 + one.replies.length, replies.length);
  const toggle = (key: string) => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  if (items.length === 0) return <Alert color="orange">{t('reading.noAnswers')}</Alert>;
  return (
    <Stack>
      <ImportChoices
        placing={answer ? placing : null}
        onPlacing={setPlacing}
        tracking={suggests || !document.isTracked ? null : tracking}
        onTracking={setTracking}
      />
      <Text role="status">
        {t('reading.summary', { count: changed.length })}, {t('reading.same', { count: items.length - changed.length })}
        {proposed > 0 && `, ${t('reading.proposed', { count: proposed })}`}
        {commentCount > 0 && `, ${t('reading.comments', { count: commentCount })}`}.
      </Text>
      {suggests && mode !== 'viewing' && <Text size="sm">{t('reading.suggestsOnly')}</Text>}
      {document.leftOut.length > 0 && (
        <List size="sm">
          {document.leftOut.map((one) => (
            <List.Item key={one}>{t(`reading.leftOut.${one}`)}</List.Item>
          ))}
        </List>
      )}
      {changed.map((item) => (
        <ChangedAnswer key={item.change.key} item={item} isTaken={taken.includes(item)} onToggle={toggle} />
      ))}
      <Submit {...{ items, replies, taken, commentCount, suggests, onClose }} />
    </Stack>
  );
}

interface ChangedAnswerProps {
  item: ImportItem;
  isTaken: boolean;
  onToggle(key: string): void;
}

function ChangedAnswer({ item: { answer, change }, isTaken, onToggle }: ChangedAnswerProps) {
  const { t } = useTranslation('word');
  const isOpen = useObservable(useWritable(change.key));
  const nameOf = useAuthorName();
  const name = [objectLabel(answer.object), answer.question.prompt].filter(Boolean).join(': ');
  const { key: root, before, after } = change;
  return (
    <section aria-label={name} data-word-change={change.key}>
      <Text fw={600}>{name}</Text>
      {!isOpen && <Text size="sm">{t('reading.closed')}</Text>}
      {isOpen && change.isTooCrowded && <Alert color="orange">{t('reading.tooCrowded')}</Alert>}
      {isOpen && !change.isTooCrowded && (
        <Checkbox
          my="xs"
          label={t('reading.take')}
          aria-label={t('reading.takeOf', { prompt: name })}
          checked={isTaken}
          onChange={() => onToggle(change.key)}
        />
      )}
      {change.proposals.length > 0 && (
        <Text size="sm">
          {t('reading.proposedBy')}{' '}
          {change.proposals.map(({ author, count }, index) => (
            <Fragment key={author}>
              {index > 0 && ', '}
              <bdi>{author || t('reading.nobody')}</bdi> ({count})
            </Fragment>
          ))}
        </Text>
      )}
      <TextChanges part={{ root, before, after }} nameOf={(id) => nameOfFileAuthor(id) ?? nameOf(id)} layout="inline" />
    </section>
  );
}

interface SubmitProps {
  items: readonly ImportItem[];
  replies: ImportItems['replies'];
  taken: readonly ImportItem[];
  commentCount: number;
  suggests: boolean;
  onClose(): void;
}

function Submit({ items, replies, taken, commentCount, suggests, onClose }: SubmitProps) {
  const { t } = useTranslation(['word', 'common']);
  const [isBusy, setBusy] = useState(false);
  const write = useWordImport();
  const submit = async () => {
    setBusy(true);
    const chosen = items.map((item) => ({ ...item, doesWrite: taken.includes(item) }));
    const { done, failed } = await write(chosen, replies, suggests);
    const lines = [
      taken.length > 0 && t(suggests ? 'reading.doneSuggested' : 'reading.done', { count: taken.length }),
      done > 0 && t('reading.commentsDone', { count: done }),
      failed > 0 && t('reading.commentsFailed', { count: failed }),
    ];
    notifications.show({ color: failed > 0 ? 'orange' : 'teal', message: lines.filter(Boolean).join(' ') });
    onClose();
  };
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {t('common:cancel')}
      </Button>
      <Button loading={isBusy} disabled={taken.length + commentCount === 0} onClick={() => void submit()}>
        {t('reading.submit')}
      </Button>
    </Group>
  );
}
