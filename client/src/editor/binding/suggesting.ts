// What a binding needs to know while somebody only suggests: which suggestion goes on, and where the caret belongs when what was
// taken away is still there, struck: before it after Backspace, behind it after Delete.
import type { SuggestionKey } from '@adagia/shared/text/suggestions';
import {
  COMMAND_PRIORITY_CRITICAL,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import * as Y from 'yjs';
import { type AttributedText, attributesAt, type IdRun } from './attributed-text.ts';
import type { ViewDiff } from './diff-view.ts';
import type { SuggestionAuthor } from './pending-marks.ts';
import { suggestChanges } from './suggest-changes.ts';
import type { TextRange } from './view-selection.ts';
import type { Place } from './write-changes.ts';

export class Suggesting {
  readonly author: () => SuggestionAuthor | null;
  readonly stop: () => void;
  readonly #ytext: Y.Text;
  #current: SuggestionKey | null = null;
  #caret: Y.RelativePosition | null = null;
  /** The key that took something away last; what has no key takes backwards. */
  #isForward = false;

  constructor(editor: LexicalEditor, ytext: Y.Text, author: () => SuggestionAuthor | null) {
    this.#ytext = ytext;
    this.author = author;
    const note = (isBackward: boolean) => {
      this.#isForward = !isBackward;
      return false;
    };
    const commands = [DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND];
    this.stop = mergeRegister(
      ...commands.map((command) => editor.registerCommand(command, note, COMMAND_PRIORITY_CRITICAL)),
    );
  }

  /** Within the transaction of an edit. @returns identities as writeChanges does; null when it is no suggestion */
  write(place: Place, diff: ViewDiff, selection: TextRange | null): IdRun[] | null {
    const author = this.author();
    if (!author) return null;
    const { inserted, key, struck } = suggestChanges(place, diff, author, this.#current);
    this.#current = key;
    const first = diff.changes.find(({ type }) => type === 'delete')?.at ?? 0;
    const isCaret = selection !== null && selection.anchor === selection.focus;
    const isForward = isCaret ? selection.anchor <= first : this.#isForward;
    this.#isForward = false;
    this.#caret = struck && (isForward ? struck.end : struck.start);
    return inserted;
  }

  /** @returns where the caret belongs after the last edit; once */
  takeCaret(): TextRange | null {
    const position = this.#caret;
    this.#caret = null;
    const { doc } = this.#ytext;
    const at = position && doc && Y.createAbsolutePositionFromRelativePosition(position, doc)?.index;
    return typeof at === 'number' ? { anchor: at, focus: at } : null;
  }

  /** A caret that goes elsewhere begins a suggestion of its own there. */
  selected(text: AttributedText, selection: TextRange | null): void {
    const key = this.#current;
    if (!key || !selection) return;
    const has = (offset: number) => attributesAt(text, offset)[key] !== undefined;
    const ends = [selection.anchor, selection.focus];
    if (!ends.some((end) => has(end - 1) || has(end)) && text.own[key] === undefined) this.#current = null;
  }
}
