// The toolbar on top of the page: acts on the editor that has the caret. One stop for the Tab key, arrows move inside, Esc
// goes back to the text; Alt+F10 comes here from the text.
import type { BlockKind } from '@adagia/shared/text/blocks';
import { ActionIcon, Group, NativeSelect } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconIndentDecrease,
  IconIndentIncrease,
  IconItalic,
  IconKeyboard,
  IconLink,
  IconList,
  IconListNumbers,
  IconMessagePlus,
  IconUnderline,
} from '@tabler/icons-react';
import {
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import {
  type ComponentType,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../../session/observable.ts';
import { SET_BLOCK_KIND_COMMAND, TOGGLE_BLOCK_KIND_COMMAND } from '../model/block-behaviour.ts';
import { type ActiveEditor, activeEditor, commentAction, linkBox } from './active-editor.ts';
import { LinkBox } from './link-box.tsx';
import { ShortcutList } from './shortcut-list.tsx';
import classes from './toolbar.module.css';
import { type CaretStyle, useCaretStyle } from './use-caret-style.ts';

type ToolName = 'undo' | 'redo' | 'bold' | 'italic' | 'underline' | 'bullet' | 'number' | 'indent' | 'outdent' | 'link';

interface Tool {
  name: ToolName;
  Icon: ComponentType<{ size?: number }>;
  run(at: ActiveEditor): void;
  isPressed?(style: CaretStyle): boolean;
}

const tools: readonly Tool[] = [
  { name: 'undo', Icon: IconArrowBackUp, run: ({ editor }) => editor.dispatchCommand(UNDO_COMMAND, undefined) },
  { name: 'redo', Icon: IconArrowForwardUp, run: ({ editor }) => editor.dispatchCommand(REDO_COMMAND, undefined) },
  ...(['bold', 'italic', 'underline'] as const).map((name) => ({
    name,
    Icon: { bold: IconBold, italic: IconItalic, underline: IconUnderline }[name],
    run: ({ editor }: ActiveEditor) => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, name),
    isPressed: (style: CaretStyle) => style[name],
  })),
  ...(['bullet', 'number'] as const).map((name) => ({
    name,
    Icon: { bullet: IconList, number: IconListNumbers }[name],
    run: ({ editor }: ActiveEditor) => void editor.dispatchCommand(TOGGLE_BLOCK_KIND_COMMAND, name),
    isPressed: (style: CaretStyle) => style.kind === name,
  })),
  {
    name: 'outdent',
    Icon: IconIndentDecrease,
    run: ({ editor }) => editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined),
  },
  {
    name: 'indent',
    Icon: IconIndentIncrease,
    run: ({ editor }) => editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined),
  },
  { name: 'link', Icon: IconLink, run: (at) => linkBox.set(at), isPressed: (style) => style.isLink },
];

const styles: readonly BlockKind[] = ['paragraph', 'h1', 'h2', 'h3', 'quote'];

/** Arrows, Home and End move among the controls of a toolbar. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled), select:not(:disabled)')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 };
  const next = steps[event.key];
  if (
    next === undefined ||
    (document.activeElement instanceof HTMLSelectElement && event.key.startsWith('Arrow') && event.altKey)
  )
    return;
  event.preventDefault();
  items[(next + items.length) % items.length]?.focus();
}

/** Alt+F10 in the text leads here. */
function useToolbarKey(ref: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F10' || !event.altKey) return;
      event.preventDefault();
      ref.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [ref]);
}

export function EditorToolbar() {
  const { t } = useTranslation('editor');
  const active = useObservable(activeEditor);
  const style = useCaretStyle(active);
  const comment = useObservable(commentAction);
  const ref = useRef<HTMLDivElement>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  useToolbarKey(ref);
  const canWrite = active?.editor.isEditable() ?? false;

  const act = (tool: Tool) => {
    if (!active) return;
    tool.run(active);
    // The caret goes back to the text, unless the tool opened something of its own.
    if (tool.name !== 'link') active.editor.focus();
  };

  return (
    <div
      ref={ref}
      role="toolbar"
      tabIndex={-1}
      aria-label={t('toolbar')}
      className={classes.toolbar}
      onKeyDown={(event) => {
        if (event.key === 'Escape') active?.editor.focus();
        else moveFocus(event);
      }}
      // Pressing a button must not take the selection away from the text.
      onMouseDown={(event) => {
        if (!(event.target instanceof HTMLSelectElement)) event.preventDefault();
      }}
    >
      <Group gap={2} wrap="nowrap">
        <StyleSelect active={active} style={style} isDisabled={!canWrite} />
        {tools.map((tool, index) => (
          <ToolButton
            key={tool.name}
            tool={tool}
            style={style}
            isFirst={index === 0}
            isDisabled={!canWrite}
            onRun={act}
          />
        ))}
        {comment && (
          <PlainButton label={t('comment')} isDisabled={!active} onClick={() => active && comment(active)}>
            <IconMessagePlus size={18} />
          </PlainButton>
        )}
        <PlainButton label={t('shortcuts')} onClick={() => setHelpOpen(true)}>
          <IconKeyboard size={18} />
        </PlainButton>
      </Group>
      <LinkBox />
      <ShortcutList isOpen={isHelpOpen} onOpen={setHelpOpen} />
    </div>
  );
}

interface PlainButtonProps {
  label: string;
  isDisabled?: boolean;
  onClick(): void;
  children: ReactNode;
}

function PlainButton({ label, isDisabled = false, onClick, children }: PlainButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      tabIndex={-1}
      disabled={isDisabled}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}

interface StyleSelectProps {
  active: ActiveEditor | null;
  style: CaretStyle;
  isDisabled: boolean;
}

function StyleSelect({ active, style, isDisabled }: StyleSelectProps) {
  const { t } = useTranslation('editor');
  return (
    <NativeSelect
      size="xs"
      w={130}
      aria-label={t('style')}
      disabled={isDisabled}
      value={style.kind !== null && styles.includes(style.kind) ? style.kind : 'paragraph'}
      data={styles.map((kind) => ({ value: kind, label: t(kind) }))}
      onChange={(event) => {
        const kind = styles.find((one) => one === event.currentTarget.value);
        if (!active || !kind) return;
        active.editor.dispatchCommand(SET_BLOCK_KIND_COMMAND, kind);
        active.editor.focus();
      }}
    />
  );
}

interface ToolButtonProps {
  tool: Tool;
  style: CaretStyle;
  isFirst: boolean;
  isDisabled: boolean;
  onRun(tool: Tool): void;
}

function ToolButton({ tool, style, isFirst, isDisabled, onRun }: ToolButtonProps) {
  const { t } = useTranslation('editor');
  const isPressed = tool.isPressed?.(style);
  return (
    <ActionIcon
      variant={isPressed ? 'light' : 'subtle'}
      {...(!isPressed && { color: 'gray' })}
      size="lg"
      tabIndex={isFirst ? 0 : -1}
      disabled={isDisabled}
      aria-label={t(tool.name)}
      title={t(tool.name)}
      {...(isPressed !== undefined && { 'aria-pressed': isPressed })}
      onClick={() => onRun(tool)}
    >
      <tool.Icon size={18} />
    </ActionIcon>
  );
}
