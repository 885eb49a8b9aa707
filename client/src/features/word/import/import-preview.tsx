// Answer by answer what a Word file would change, with a tick for each; and what of the file has no place here.
import type { Thread } from '@adagia/shared/api/review';
import type { OutlineAnswer } from '@adagia/shared/programme/outline';
import { objectLabel } from '@adagia/shared/text/proposal-text';
import { withPlainReferences } from '@adagia/shared/text/references';
import { Alert, Button, Checkbox, Group, List, SegmentedControl, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useThreads } from '../../../api/queries.ts';
import { useProposal } from '../../../app/proposal-context.ts';
import { useCanWriteAt, useMode, useWritingRights } from '../../../app/use-writing-rights.ts';
import { referenceSourceOf } from '../../../session/reference-source.ts';
import { useOutline } from '../../narrative/use-outline.ts';
import { TextChanges } from '../../versions/text-changes.tsx';
import type { WordDocument } from '../read/word-document.ts';
import { type Placing, textPart } from './answer-change.ts';
import { type ImportItem, importItems } from './import-items.ts';
import { useWordImport } from './use-word-import.ts';

interface ImportPreviewProps {
  document: WordDocument;
  /** null: the whole proposal. */
  answer: OutlineAnswer | null;
  onClose(): void;
}

const none: readonly Thread[] = [];

function useItems({ document, answer }: ImportPreviewProps, placing: Placing) {
  const { session, proposal } = useProposal();
  const { answers } = useOutline();
  const threads = useThreads(proposal.id).data ?? none;
  const { doc } = session;
  // As it was when the file was chosen. What colleagues type meanwhile stays: only the words that differ are written.
  return useMemo(
    () => importItems({ doc, document, answers, only: answer, placing, threads, read: referenceSourceOf(doc).read }),
    [doc, document, answers, answer, placing, threads],
  );
}

export function ImportPreview(props: ImportPreviewProps) {
  const { t } = useTranslation(['word', 'common']);
  const { document, answer, onClose } = props;
  const [placing, setPlacing] = useState<Placing>(answer ? 'append' : 'replace');
  const { items, replies } = useItems(props, placing);
  const { refusalAt } = useWritingRights();
  const isEditing = useMode().mode === 'editing';
  const isOpen = ({ change }: ImportItem) => isEditing && (refusalAt?.(change.key, null) ?? null) === null;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const changed = items.filter(({ change }) => !change.isSame);
  const taken = changed.filter((item) => isOpen(item) && !item.change.hasSuggestions && !left.has(item.change.key));
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
      {answer && (
        <SegmentedControl
          aria-label={t('reading.placing')}
          value={placing}
          onChange={setPlacing}
          data={(['append', 'replace'] as const).map((value) => ({ value, label: t(`reading.${value}`) }))}
        />
      )}
      <Text role="status">
        {t('reading.summary', { count: changed.length })}, {t('reading.same', { count: items.length - changed.length })}
        {commentCount > 0 && `, ${t('reading.comments', { count: commentCount })}`}.
      </Text>
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
      <Submit {...{ items, replies, taken, commentCount, onClose }} />
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
  const { session } = useProposal();
  const isOpen = useCanWriteAt(change.key);
  const name = [objectLabel(answer.object), answer.question.prompt].filter(Boolean).join(': ');
  const part = useMemo(() => {
    const { read } = referenceSourceOf(session.doc);
    const [before, after] = [change.before, change.after].map((blocks) => textPart(withPlainReferences(blocks, read)));
    return { root: change.key, before: before ?? null, after: after ?? null };
  }, [change, session]);
  return (
    <section aria-label={name} data-word-change={change.key}>
      <Text fw={600}>{name}</Text>
      {!isOpen && <Text size="sm">{t('reading.closed')}</Text>}
      {isOpen && change.hasSuggestions && <Text size="sm">{t('reading.suggested')}</Text>}
      {isOpen && !change.hasSuggestions && (
        <Checkbox
          my="xs"
          label={t('reading.take')}
          aria-label={t('reading.takeOf', { prompt: name })}
          checked={isTaken}
          onChange={() => onToggle(change.key)}
        />
      )}
      <TextChanges part={part} nameOf={() => ''} layout="inline" />
    </section>
  );
}

interface SubmitProps {
  items: readonly ImportItem[];
  replies: ReturnType<typeof importItems>['replies'];
  taken: readonly ImportItem[];
  commentCount: number;
  onClose(): void;
}

function Submit({ items, replies, taken, commentCount, onClose }: SubmitProps) {
  const { t } = useTranslation(['word', 'common']);
  const [isBusy, setBusy] = useState(false);
  const write = useWordImport();
  const submit = async () => {
    setBusy(true);
    const chosen = items.map((item) => ({ ...item, doesWrite: taken.includes(item) }));
    const { done, failed } = await write(chosen, replies);
    const lines = [
      taken.length > 0 && t('reading.done', { count: taken.length }),
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
