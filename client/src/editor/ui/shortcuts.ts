// The keys of the editor as data: what the handler matches, what the list of shortcuts shows, and what tooltips say.
// Digits are matched by their place on the keyboard: with Alt or Shift they write other characters on most layouts.
import { IS_APPLE } from 'lexical';
import type { EditorAction } from './editor-actions.ts';

export interface KeyChord {
  /** Ctrl, on a Mac Cmd. */
  mod?: true;
  alt?: true;
  shift?: true;
  /** `event.code` when it is a digit, else `event.key` in lower case. */
  key: string;
}

export type ShortcutName =
  | 'undo'
  | 'redo'
  | 'bold'
  | 'italic'
  | 'underline'
  | 'paragraph'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'number'
  | 'bullet'
  | 'quote'
  | 'indent'
  | 'outdent'
  | 'moveUp'
  | 'moveDown'
  | 'softBreak'
  | 'link'
  | 'openLink'
  | 'reference'
  | 'openReference'
  | 'comment'
  | 'nextComment'
  | 'previousComment'
  | 'replyComment'
  | 'resolveComment'
  | 'nextSuggestion'
  | 'previousSuggestion'
  | 'acceptSuggestion'
  | 'rejectSuggestion'
  | 'discussSuggestion'
  | 'modeEditing'
  | 'modeSuggesting'
  | 'modeViewing'
  | 'pastePlain'
  | 'slash'
  | 'find'
  | 'replace'
  | 'toolbar'
  | 'leave'
  | 'save'
  | 'versions'
  | 'shortcuts';

export type ShortcutGroup = 'text' | 'blocks' | 'insert' | 'page';

export interface Shortcut {
  name: ShortcutName;
  group: ShortcutGroup;
  /** The first is the one that tooltips show. */
  chords: readonly KeyChord[];
  /** What the editor does by it. Absent: Lexical, the browser or the page does it. */
  action?: EditorAction;
}

export const shortcuts: readonly Shortcut[] = [
  {
    name: 'undo',
    group: 'text',
    chords: [{ mod: true, key: 'z' }],
    action: { type: 'undo' },
  },
  {
    name: 'redo',
    group: 'text',
    chords: [
      { mod: true, shift: true, key: 'z' },
      { mod: true, key: 'y' },
    ],
    action: { type: 'redo' },
  },
  { name: 'bold', group: 'text', chords: [{ mod: true, key: 'b' }], action: { type: 'format', format: 'bold' } },
  { name: 'italic', group: 'text', chords: [{ mod: true, key: 'i' }], action: { type: 'format', format: 'italic' } },
  {
    name: 'underline',
    group: 'text',
    chords: [{ mod: true, key: 'u' }],
    action: { type: 'format', format: 'underline' },
  },
  {
    name: 'paragraph',
    group: 'blocks',
    chords: [{ mod: true, alt: true, key: 'Digit0' }],
    action: { type: 'kind', kind: 'paragraph' },
  },
  {
    name: 'h1',
    group: 'blocks',
    chords: [{ mod: true, alt: true, key: 'Digit1' }],
    action: { type: 'kind', kind: 'h1' },
  },
  {
    name: 'h2',
    group: 'blocks',
    chords: [{ mod: true, alt: true, key: 'Digit2' }],
    action: { type: 'kind', kind: 'h2' },
  },
  {
    name: 'h3',
    group: 'blocks',
    chords: [{ mod: true, alt: true, key: 'Digit3' }],
    action: { type: 'kind', kind: 'h3' },
  },
  {
    name: 'number',
    group: 'blocks',
    chords: [{ mod: true, shift: true, key: 'Digit7' }],
    action: { type: 'toggle', kind: 'number' },
  },
  {
    name: 'bullet',
    group: 'blocks',
    chords: [{ mod: true, shift: true, key: 'Digit8' }],
    action: { type: 'toggle', kind: 'bullet' },
  },
  {
    name: 'quote',
    group: 'blocks',
    chords: [{ mod: true, shift: true, key: 'Digit9' }],
    action: { type: 'toggle', kind: 'quote' },
  },
  { name: 'indent', group: 'blocks', chords: [{ key: 'tab' }] },
  { name: 'outdent', group: 'blocks', chords: [{ shift: true, key: 'tab' }] },
  { name: 'moveUp', group: 'blocks', chords: [{ alt: true, shift: true, key: 'arrowup' }] },
  { name: 'moveDown', group: 'blocks', chords: [{ alt: true, shift: true, key: 'arrowdown' }] },
  { name: 'softBreak', group: 'insert', chords: [{ shift: true, key: 'enter' }] },
  { name: 'link', group: 'insert', chords: [{ mod: true, key: 'k' }] },
  { name: 'openLink', group: 'insert', chords: [{ alt: true, key: 'enter' }] },
  { name: 'reference', group: 'insert', chords: [{ key: '@' }] },
  { name: 'openReference', group: 'insert', chords: [{ mod: true, key: 'enter' }] },
  {
    name: 'comment',
    group: 'insert',
    chords: [{ mod: true, alt: true, key: 'm' }],
    action: { type: 'comment' },
  },
  { name: 'nextComment', group: 'page', chords: [{ alt: true, shift: true, key: 'pagedown' }] },
  { name: 'previousComment', group: 'page', chords: [{ alt: true, shift: true, key: 'pageup' }] },
  { name: 'replyComment', group: 'page', chords: [{ key: 'r' }] },
  { name: 'resolveComment', group: 'page', chords: [{ key: 'e' }] },
  { name: 'nextSuggestion', group: 'page', chords: [{ mod: true, alt: true, key: 'pagedown' }] },
  { name: 'previousSuggestion', group: 'page', chords: [{ mod: true, alt: true, key: 'pageup' }] },
  { name: 'acceptSuggestion', group: 'page', chords: [{ key: 'a' }] },
  { name: 'rejectSuggestion', group: 'page', chords: [{ key: 'r' }] },
  { name: 'discussSuggestion', group: 'page', chords: [{ key: 'c' }] },
  { name: 'modeEditing', group: 'page', chords: [{ mod: true, alt: true, shift: true, key: 'z' }] },
  { name: 'modeSuggesting', group: 'page', chords: [{ mod: true, alt: true, shift: true, key: 'x' }] },
  { name: 'modeViewing', group: 'page', chords: [{ mod: true, alt: true, shift: true, key: 'c' }] },
  { name: 'pastePlain', group: 'insert', chords: [{ mod: true, shift: true, key: 'v' }] },
  { name: 'slash', group: 'insert', chords: [{ key: '/' }] },
  { name: 'find', group: 'page', chords: [{ mod: true, key: 'f' }] },
  { name: 'replace', group: 'page', chords: [{ mod: true, shift: true, key: 'h' }] },
  { name: 'toolbar', group: 'page', chords: [{ alt: true, key: 'f10' }] },
  { name: 'leave', group: 'page', chords: [{ key: 'escape' }, { key: 'tab' }] },
  { name: 'save', group: 'page', chords: [{ mod: true, key: 's' }] },
  { name: 'versions', group: 'page', chords: [{ mod: true, alt: true, shift: true, key: 'h' }] },
  { name: 'shortcuts', group: 'page', chords: [{ mod: true, key: '/' }, { key: '?' }] },
];

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'>;

/** AltGr arrives as Ctrl and Alt on Windows; what it writes (€, @, ą) is text and no shortcut. */
export function isChord(event: Pressed, chord: KeyChord): boolean {
  if (event.getModifierState('AltGraph')) return false;
  const [mod, other] = IS_APPLE ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  if (other || mod !== Boolean(chord.mod) || event.altKey !== Boolean(chord.alt)) return false;
  // "/" and "?" are typed with Shift on many layouts.
  const isSign = chord.key === '/' || chord.key === '?';
  if (!isSign && event.shiftKey !== Boolean(chord.shift)) return false;
  return chord.key.startsWith('Digit') ? event.code === chord.key : keyOf(event) === chord.key;
}

/** On a Mac, Alt turns letters into other signs; only then does the place on the keyboard decide. */
function keyOf({ key, code, altKey }: Pressed): string {
  return altKey && /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key.toLowerCase();
}

export function chordsOf(name: ShortcutName): readonly KeyChord[] {
  return shortcuts.find((shortcut) => shortcut.name === name)?.chords ?? [];
}

export function isShortcut(event: Pressed, name: ShortcutName): boolean {
  return chordsOf(name).some((chord) => isChord(event, chord));
}

/** @returns the action of a key in the text, null when it has none. */
export function actionOf(event: Pressed): EditorAction | null {
  return (
    shortcuts.find(({ action, chords }) => action && chords.some((chord) => isChord(event, chord)))?.action ?? null
  );
}

const SIGNS: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  escape: 'Esc',
  tab: 'Tab',
  enter: 'Enter',
  f10: 'F10',
  pagedown: 'PageDown',
  pageup: 'PageUp',
};

/** As keyboards of this machine have them printed on, one word for each key. */
export function keyNames(chord: KeyChord): string[] {
  const key = SIGNS[chord.key] ?? chord.key.replace('Digit', '').toUpperCase();
  return [
    chord.mod && (IS_APPLE ? '⌘' : 'Ctrl'),
    chord.alt && (IS_APPLE ? '⌥' : 'Alt'),
    chord.shift && (IS_APPLE ? '⇧' : 'Shift'),
    key,
  ].filter((name) => typeof name === 'string');
}

/** For `aria-keyshortcuts`. */
export function ariaKeys(name: ShortcutName): string {
  return chordsOf(name)
    .map((chord) =>
      [
        chord.mod && (IS_APPLE ? 'Meta' : 'Control'),
        chord.alt && 'Alt',
        chord.shift && 'Shift',
        SIGNS[chord.key] ?? chord.key.replace('Digit', '').toUpperCase(),
      ]
        .filter(Boolean)
        .join('+'),
    )
    .join(' ');
}
