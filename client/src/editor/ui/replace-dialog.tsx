// Finds and replaces in all answers of the proposal. Every match is shown as it would become before anything is written;
// answers can be left out, and the whole is undone at once.
import { Button, Checkbox, Group, Modal, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useMode, useWritingRights } from '../../app/use-writing-rights.ts';
import { useObservable } from '../../session/observable.ts';
import { selectedWords } from './find-bar.tsx';
import classes from './replace-dialog.module.css';
import { isReplaceable, type Replaced, replaceMatches } from './replace-matches.ts';
import { ReplacePreview } from './replace-preview.tsx';
import { useEditorWorkspace } from './use-editor-workspace.ts';
import { type FoundMatch, useMatches } from './use-matches.ts';
import { suggestionAuthor } from './use-suggests.ts';

export function ReplaceDialog() {
  const { t } = useTranslation('editorWindows');
  const { t: common } = useTranslation('common');
  const workspace = useEditorWorkspace();
  const isOpen = useObservable(workspace.window) === 'replace';
  const close = () => workspace.window.set(null);
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={t('replace.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {isOpen && <ReplaceForm onClose={close} />}
    </Modal>
  );
}

function byAnswer(matches: readonly FoundMatch[]): FoundMatch[][] {
  const groups = Map.groupBy(matches, (match) => match.answer.answerKey);
  return [...groups.values()];
}

function ReplaceForm({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('editorWindows');
  const { session, me } = useProposal();
  const { mode } = useMode();
  const author = mode === 'suggesting' ? suggestionAuthor(me.id) : null;
  const canWrite = useObservable(session.canWrite) && mode !== 'viewing';
  const [words, setWords] = useState(selectedWords);
  const [replacement, setReplacement] = useState('');
  const [isCaseSensitive, setCaseSensitive] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const query = useMemo(() => ({ text: words, isCaseSensitive }), [words, isCaseSensitive]);
  const matches = useMatches(query);
  const groups = byAnswer(matches.filter((match) => isReplaceable(match, author)));
  const fixed = matches.filter((match) => match.isFixed).length;
  const { refusalAt } = useWritingRights();
  const isOpen = (key: string) => !left.has(key) && (refusalAt?.(key, null) ?? null) === null;
  const chosen = groups.filter(([first]) => first && isOpen(first.answer.answerKey));
  const count = chosen.flat().filter((match) => match.words !== replacement).length;
  const showDone = useDoneNotice(author !== null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (count === 0 || !canWrite) return;
    const answers = chosen.flatMap(([first]) => first?.answer ?? []);
    showDone(replaceMatches(answers, { query, words: replacement, author }));
    onClose();
  };
  const toggle = (key: string) =>
    setLeft((keys) => new Set(keys.has(key) ? [...keys].filter((one) => one !== key) : [...keys, key]));
  return (
    <form onSubmit={submit} className={classes.form}>
      <ReplaceFields
        words={words}
        replacement={replacement}
        isCaseSensitive={isCaseSensitive}
        onWords={setWords}
        onReplacement={setReplacement}
        onCaseSensitive={setCaseSensitive}
      />
      <FoundLine groups={groups} fixed={fixed} isAsked={words !== ''} />
      <ReplacePreview groups={groups} replacement={replacement} isLeft={(key) => !isOpen(key)} onToggle={toggle} />
      {mode !== 'editing' && <Text size="sm">{t(author ? 'replace.asSuggestions' : 'replace.notViewing')}</Text>}
      <ReplaceButtons count={canWrite ? count : 0} isSuggesting={author !== null} onClose={onClose} />
    </form>
  );
}

interface ReplaceFieldsProps {
  words: string;
  replacement: string;
  isCaseSensitive: boolean;
  onWords(words: string): void;
  onReplacement(words: string): void;
  onCaseSensitive(isOn: boolean): void;
}

function ReplaceFields({ words, replacement, isCaseSensitive, ...on }: ReplaceFieldsProps) {
  const { t } = useTranslation('editorWindows');
  return (
    <>
      <TextInput
        data-autofocus
        label={t('replace.field')}
        value={words}
        onChange={(event) => on.onWords(event.currentTarget.value)}
      />
      <TextInput
        label={t('replace.with')}
        value={replacement}
        onChange={(event) => on.onReplacement(event.currentTarget.value)}
      />
      <Checkbox
        label={t('replace.matchCase')}
        checked={isCaseSensitive}
        onChange={(event) => on.onCaseSensitive(event.currentTarget.checked)}
      />
    </>
  );
}

function FoundLine({
  groups,
  fixed,
  isAsked,
}: {
  groups: readonly FoundMatch[][];
  /** In live references. */
  fixed: number;
  isAsked: boolean;
}) {
  const { t } = useTranslation('editorWindows');
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  return (
    <Text size="sm" role="status" className={classes.found}>
      {isAsked && t('replace.found', { count })}
      {isAsked && count > 0 && ` ${t('replace.inAnswers', { count: groups.length })}`}
      {fixed > 0 && ` ${t('replace.fixed', { count: fixed })}`}
    </Text>
  );
}

interface ReplaceButtonsProps {
  count: number;
  isSuggesting: boolean;
  onClose(): void;
}

function ReplaceButtons({ count, isSuggesting, onClose }: ReplaceButtonsProps) {
  const { t } = useTranslation('editorWindows');
  const { t: common } = useTranslation('common');
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onClose}>
        {common('cancel')}
      </Button>
      <Button type="submit" disabled={count === 0}>
        {t(isSuggesting ? 'replace.suggest' : 'replace.replace', { count })}
      </Button>
    </Group>
  );
}

/** One button takes it all back, in every answer, and nothing else that anybody wrote. */
function useDoneNotice(isSuggesting: boolean): (replaced: Replaced) => void {
  const { t } = useTranslation('editorWindows');
  const id = useId();
  return ({ count, undo }) => {
    if (count === 0) {
      notifications.show({ message: t('replace.changed') });
      return;
    }
    const takeBack = () => {
      const left = undo();
      notifications.hide(id);
      if (left > 0) notifications.show({ message: t('replace.kept', { count: left }) });
    };
    notifications.show({
      id,
      autoClose: 12_000,
      message: (
        <Group justify="space-between" wrap="nowrap">
          {t(isSuggesting ? 'replace.suggested' : 'replace.done', { count })}
          <Button size="compact-sm" variant="light" onClick={takeBack}>
            {t('replace.undo')}
          </Button>
        </Group>
      ),
    });
  };
}
