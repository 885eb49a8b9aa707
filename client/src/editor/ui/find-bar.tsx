// Finds words in all answers of the page, mounted or not, and goes from one match to the next.
import { ActionIcon, Button, Checkbox, Paper, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../../session/observable.ts';
import type { EditorWorkspace } from './editor-workspace.ts';
import classes from './find-bar.module.css';
import { clearHighlights, highlightMatches, rangeOf } from './highlight-matches.ts';
import { useEditorWorkspace } from './use-editor-workspace.ts';
import { type FoundMatch, useMatches } from './use-matches.ts';

export function FindBar() {
  const workspace = useEditorWorkspace();
  const isOpen = useObservable(workspace.window) === 'find';
  return isOpen ? <OpenFindBar workspace={workspace} /> : null;
}

/** What is selected, when it is a few words of one line, is what one looks for. */
export function selectedWords(): string {
  const words = getSelection()?.toString() ?? '';
  return words.length <= 100 && !words.includes('\n') ? words : '';
}

/** Waits until the answer has its editor and its place. */
function show(match: FoundMatch | undefined): void {
  if (!match) return;
  match.answer.mount();
  const range = rangeOf(match);
  const element = range?.startContainer instanceof Element ? range.startContainer : range?.startContainer.parentElement;
  element?.scrollIntoView({ block: 'center' });
}

/** The caret goes to the match, as in every text program. */
function goInto({ answer, at, length }: FoundMatch): void {
  const handle = answer.mount();
  if (!handle) return;
  handle.binding.select({ anchor: at, focus: at + length });
  handle.editor.getRootElement()?.focus({ preventScroll: true });
}

/** New words bring their first match to the screen; a match that others type later does not move the page. */
function useShowFirst(query: object, first: FoundMatch | undefined): void {
  const shownFor = useRef<object | null>(null);
  useEffect(() => {
    if (shownFor.current === query) return;
    shownFor.current = query;
    show(first);
  }, [query, first]);
}

function OpenFindBar({ workspace }: { workspace: EditorWorkspace }) {
  const [words, setWords] = useState(selectedWords);
  const [isCaseSensitive, setCaseSensitive] = useState(false);
  const query = useMemo(() => ({ text: words, isCaseSensitive }), [words, isCaseSensitive]);
  const matches = useMatches(query);
  const [at, setAt] = useState(0);
  const index = Math.min(at, Math.max(0, matches.length - 1));
  const current = matches[index];
  const before = useRef(workspace.active.get());
  useEffect(() => highlightMatches(matches, current), [matches, current]);
  useEffect(() => clearHighlights, []);
  useShowFirst(query, matches[0]);
  const go = (step: 1 | -1) => {
    if (matches.length === 0) return;
    const next = (index + step + matches.length) % matches.length;
    setAt(next);
    show(matches[next]);
  };
  const close = () => {
    workspace.window.set(null);
    if (current) goInto(current);
    else before.current?.editor.getRootElement()?.focus({ preventScroll: true });
  };
  const change = (next: string) => {
    setWords(next);
    setAt(0);
  };
  return (
    <FindForm
      words={words}
      onWords={change}
      count={matches.length}
      at={matches.length > 0 ? index + 1 : 0}
      onStep={go}
      onClose={close}
    >
      <CaseSwitch
        isOn={isCaseSensitive}
        onChange={setCaseSensitive}
        onReplace={() => workspace.window.set('replace')}
      />
    </FindForm>
  );
}

interface FindFormProps {
  words: string;
  onWords(words: string): void;
  count: number;
  at: number;
  onStep(step: 1 | -1): void;
  onClose(): void;
  children: React.ReactNode;
}

function FindForm({ words, onWords, count, at, onStep, onClose, children }: FindFormProps) {
  const { t } = useTranslation('editorWindows');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isFindKey = event.key === 'F3' || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'g');
    const isEnter = event.key === 'Enter' && event.target === field.current;
    if (event.key === 'Escape') onClose();
    else if (isFindKey || isEnter) onStep(event.shiftKey ? -1 : 1);
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') field.current?.select();
    else return;
    event.preventDefault();
  };
  return (
    <Paper
      role="search"
      aria-label={t('find.label')}
      className={classes.bar}
      shadow="md"
      withBorder
      onKeyDown={pressed}
    >
      <TextInput
        ref={field}
        data-find-field
        autoFocus
        size="sm"
        aria-label={t('find.field')}
        placeholder={t('find.label')}
        className={classes.field}
        value={words}
        onChange={(event) => onWords(event.currentTarget.value)}
      />
      <Text size="sm" role="status" className={classes.count} c={words && count === 0 ? 'red' : 'dimmed'}>
        {words && t('find.matches', { count, at })}
      </Text>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('find.previous')} onClick={() => onStep(-1)}>
        <IconChevronUp size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('find.next')} onClick={() => onStep(1)}>
        <IconChevronDown size={18} aria-hidden />
      </ActionIcon>
      {children}
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('find.close')} onClick={onClose}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </Paper>
  );
}

interface CaseSwitchProps {
  isOn: boolean;
  onChange(isOn: boolean): void;
  onReplace(): void;
}

function CaseSwitch({ isOn, onChange, onReplace }: CaseSwitchProps) {
  const { t } = useTranslation('editorWindows');
  return (
    <>
      <Checkbox
        size="sm"
        label={t('find.matchCase')}
        checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <Button size="compact-sm" variant="default" onClick={onReplace}>
        {t('find.openReplace')}
      </Button>
    </>
  );
}
