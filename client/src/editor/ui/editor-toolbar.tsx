// One toolbar for all answers of a page: it acts on the one that has, or last had, the focus. One stop of the Tab key, arrows
// inside, Esc goes back to the text; Alt+F10 comes here from the text.
import { ActionIcon, Tooltip } from '@mantine/core';
import {
  type Icon,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconAt,
  IconBold,
  IconIndentDecrease,
  IconIndentIncrease,
  IconItalic,
  IconKeyboard,
  IconLink,
  IconList,
  IconListNumbers,
  IconMessagePlus,
  IconSearch,
  IconUnderline,
} from '@tabler/icons-react';
import { type KeyboardEvent, memo, type ReactNode, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../../session/observable.ts';
import { act, type EditorAction, returnToText } from './editor-actions.ts';
import classes from './editor-toolbar.module.css';
import type { EditorWorkspace } from './editor-workspace.ts';
import { useRovingFocus } from './roving-focus.ts';
import { ariaKeys, chordsOf, isShortcut, keyNames, type ShortcutName } from './shortcuts.ts';
import { StyleMenu } from './style-menu.tsx';
import { type ToolbarState, useToolbarState } from './toolbar-state.ts';
import { useEditorWorkspace } from './use-editor-workspace.ts';

type ButtonName =
  | 'undo'
  | 'redo'
  | 'bold'
  | 'italic'
  | 'underline'
  | 'bullet'
  | 'number'
  | 'indent'
  | 'outdent'
  | 'link'
  | 'reference'
  | 'comment';

interface ToolButton {
  name: ButtonName;
  Icon: Icon;
  action: EditorAction;
  /** Absent: it is no switch. */
  isOn?(state: ToolbarState): boolean;
  isPossible(state: ToolbarState): boolean;
}

const canWrite = (state: ToolbarState) => state.canWrite;

const history: readonly ToolButton[] = [
  { name: 'undo', Icon: IconArrowBackUp, action: { type: 'undo' }, isPossible: (state) => state.canUndo },
  { name: 'redo', Icon: IconArrowForwardUp, action: { type: 'redo' }, isPossible: (state) => state.canRedo },
];

const formats: readonly ToolButton[] = [
  {
    name: 'bold',
    Icon: IconBold,
    action: { type: 'format', format: 'bold' },
    isOn: (state) => state.isBold,
    isPossible: canWrite,
  },
  {
    name: 'italic',
    Icon: IconItalic,
    action: { type: 'format', format: 'italic' },
    isOn: (state) => state.isItalic,
    isPossible: canWrite,
  },
  {
    name: 'underline',
    Icon: IconUnderline,
    action: { type: 'format', format: 'underline' },
    isOn: (state) => state.isUnderline,
    isPossible: canWrite,
  },
];

const lists: readonly ToolButton[] = [
  {
    name: 'bullet',
    Icon: IconList,
    action: { type: 'toggle', kind: 'bullet' },
    isOn: (state) => state.kind === 'bullet',
    isPossible: canWrite,
  },
  {
    name: 'number',
    Icon: IconListNumbers,
    action: { type: 'toggle', kind: 'number' },
    isOn: (state) => state.kind === 'number',
    isPossible: canWrite,
  },
  {
    name: 'outdent',
    Icon: IconIndentDecrease,
    action: { type: 'outdent' },
    isPossible: (state) => state.canWrite && state.canIndent,
  },
  {
    name: 'indent',
    Icon: IconIndentIncrease,
    action: { type: 'indent' },
    isPossible: (state) => state.canWrite && state.canIndent,
  },
];

const link: ToolButton = {
  name: 'link',
  Icon: IconLink,
  action: { type: 'link' },
  isOn: (state) => state.isLink,
  isPossible: canWrite,
};

const reference: ToolButton = {
  name: 'reference',
  Icon: IconAt,
  action: { type: 'reference' },
  isPossible: canWrite,
};
/** On a keyboard of glass the sign is two layers away; elsewhere the bar has just room for what it has. */
const isTouch = (): boolean => matchMedia('(pointer: coarse)').matches;

/** Commenters comment without writing. */
const comment: ToolButton = {
  name: 'comment',
  Icon: IconMessagePlus,
  action: { type: 'comment' },
  isPossible: () => true,
};

/** @param children buttons of the page, which stay in sight with the toolbar; the same each time, or it is drawn anew with the page */
export const EditorToolbar = memo(function EditorToolbar({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('editor');
  const workspace = useEditorWorkspace();
  const handle = useObservable(workspace.active);
  const hasComments = useObservable(workspace.comment) !== null;
  const state = useToolbarState(handle);
  const ref = useRef<HTMLDivElement>(null);
  const roving = useRovingFocus(ref);
  useToolbarKey(ref);
  const run = useCallback(
    (action: EditorAction) => {
      if (!handle) return;
      if (action.type !== 'link' && action.type !== 'comment') returnToText(handle);
      act(handle, workspace, action);
    },
    [handle, workspace],
  );
  const shared = { state, run, hasEditor: handle !== null };
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && handle) returnToText(handle);
    else roving.onKeyDown(event);
  };
  return (
    <div
      ref={ref}
      role="toolbar"
      tabIndex={-1}
      aria-label={t('toolbar.label')}
      className={classes.toolbar}
      // Before a tooltip takes Esc for itself.
      onKeyDownCapture={leave}
      onFocus={roving.onFocus}
      // The text keeps its selection while a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      <ButtonGroup buttons={history} {...shared} />
      <StyleMenu handle={handle} state={state} onChoose={(kind) => run({ type: 'kind', kind })} />
      <ButtonGroup buttons={formats} {...shared} />
      <ButtonGroup buttons={lists} {...shared} />
      <ButtonGroup buttons={[link, ...(isTouch() ? [reference] : []), ...(hasComments ? [comment] : [])]} {...shared} />
      <PageButtons workspace={workspace} />
      {children}
    </div>
  );
});

interface ButtonGroupProps {
  buttons: readonly ToolButton[];
  state: ToolbarState;
  hasEditor: boolean;
  run(action: EditorAction): void;
}

function ButtonGroup({ buttons, state, hasEditor, run }: ButtonGroupProps) {
  return (
    <div className={classes.group}>
      {buttons.map((button) => (
        <ToolButtonView
          key={button.name}
          button={button}
          isOff={!hasEditor || !button.isPossible(state)}
          isPressed={button.isOn?.(state)}
          run={run}
        />
      ))}
    </div>
  );
}

interface ToolButtonProps {
  button: ToolButton;
  isOff: boolean;
  isPressed: boolean | undefined;
  run(action: EditorAction): void;
}

/** Each has a tooltip, which costs a slow machine milliseconds: drawn when it changes itself, not with each move of the caret. */
const ToolButtonView = memo(function ToolButtonView({
  button: { name, Icon, action },
  isOff,
  isPressed,
  run,
}: ToolButtonProps) {
  const { t } = useTranslation('editor');
  return (
    <ToolIcon
      label={t(`toolbar.${name}`)}
      shortcut={name}
      Icon={Icon}
      isOff={isOff}
      isPressed={isPressed}
      onClick={() => !isOff && run(action)}
    />
  );
});

interface ToolIconProps {
  label: string;
  shortcut: ShortcutName;
  Icon: Icon;
  isOff?: boolean;
  isPressed?: boolean | undefined;
  onClick(): void;
}

/** Not `disabled`: a button that is out of reach for the moment must not lose the focus. */
function ToolIcon({ label, shortcut, Icon, isOff = false, isPressed, onClick }: ToolIconProps) {
  const { t } = useTranslation('editor');
  const keys = chordsOf(shortcut)[0];
  const title = keys ? t('toolbar.withKeys', { name: label, keys: keyNames(keys).join('+') }) : label;
  return (
    <Tooltip label={title} openDelay={500} events={{ hover: true, focus: true, touch: false }}>
      <ActionIcon
        variant={isPressed ? 'light' : 'subtle'}
        {...(!isPressed && { color: 'gray' })}
        size={34}
        className={classes.button}
        aria-label={label}
        aria-pressed={isPressed}
        aria-disabled={isOff}
        aria-keyshortcuts={ariaKeys(shortcut)}
        data-off={isOff || undefined}
        onClick={onClick}
      >
        <Icon size={20} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

const PageButtons = memo(function PageButtons({ workspace }: { workspace: EditorWorkspace }) {
  const { t } = useTranslation('editor');
  return (
    <div className={classes.group}>
      <ToolIcon
        label={t('toolbar.find')}
        shortcut="find"
        Icon={IconSearch}
        onClick={() => workspace.window.set('find')}
      />
      <ToolIcon
        label={t('toolbar.shortcuts')}
        shortcut="shortcuts"
        Icon={IconKeyboard}
        onClick={() => workspace.window.set('shortcuts')}
      />
    </div>
  );
});

function useToolbarKey(ref: { current: HTMLElement | null }): void {
  useEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent) => {
      if (!isShortcut(event, 'toolbar')) return;
      event.preventDefault();
      ref.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [ref]);
}
