// What the editors of one page have in common: which answers are shown, which one the toolbar acts on, and which of the
// small windows (link box, find, replace, shortcuts) is open. Knows no React: components watch its values.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { Reading } from '@adagia/shared/text/suggestion-readings';
import type { LexicalEditor } from 'lexical';
import type * as Y from 'yjs';
import { observable, type Settable } from '../../session/observable-value.ts';
import type { Observable } from '../../session/proposal-session.ts';
import type { Binding } from '../binding/bind-editor.ts';
import type { TextRange } from '../binding/view-selection.ts';

/** An answer with a live editor. */
export interface EditorHandle {
  readonly answerKey: AnswerKey;
  readonly label: string;
  readonly editor: LexicalEditor;
  readonly binding: Binding;
  readonly canWrite: Observable<boolean>;
}

/** An answer on the page, whether its editor is mounted or not. */
export interface ShownAnswer {
  readonly answerKey: AnswerKey;
  readonly label: string;
  readonly ytext: Y.Text;
  /** Holds the text; its children are the blocks, in the static form and in the editor. */
  textElement(): HTMLElement | null;
  /** Mounts the editor at once where it is not, and returns it. */
  mount(): EditorHandle | null;
}

/** What a comment would be about. */
export interface CommentRequest {
  answerKey: AnswerKey;
  /** Offsets of the Y.Text; null comments the whole answer. */
  range: TextRange | null;
  /** The selected words. */
  quote: string;
}

export type CommentAction = (request: CommentRequest) => void;

export type Preview = Exclude<Reading, 'raw'>;

export type EditorWindow = 'find' | 'replace' | 'shortcuts';

export class EditorWorkspace {
  /** The editor that has, or last had, the focus. Null when it was unmounted. */
  readonly active: Settable<EditorHandle | null> = observable<EditorHandle | null>(null);
  /** The editor whose link box is open. */
  readonly linking: Settable<EditorHandle | null> = observable<EditorHandle | null>(null);
  readonly window: Settable<EditorWindow | null> = observable<EditorWindow | null>(null);
  /** The answers are shown, to read only, as if all that is suggested was accepted, or none of it was there. null: as they are. */
  readonly preview: Settable<Preview | null> = observable<Preview | null>(null);
  readonly comment: Settable<CommentAction | null> = observable<CommentAction | null>(null);
  /** Where a live reference leads: set by the page, which knows the others. */
  readonly openReference: Settable<((target: string) => void) | null> = observable<((target: string) => void) | null>(
    null,
  );
  /** Grows when answers or editors come and go: what is drawn over texts is to be drawn anew. */
  readonly revision: Settable<number> = observable(0);
  readonly #answers = new Map<AnswerKey, ShownAnswer>();

  /** @returns takes it away */
  show(answer: ShownAnswer): () => void {
    this.#answers.set(answer.answerKey, answer);
    this.touch();
    return () => {
      if (this.#answers.get(answer.answerKey) === answer) this.#answers.delete(answer.answerKey);
      this.touch();
    };
  }

  touch(): void {
    this.revision.set(this.revision.get() + 1);
  }

  find(key: AnswerKey): ShownAnswer | undefined {
    return this.#answers.get(key);
  }

  /** In the order of the page. */
  answers(): ShownAnswer[] {
    return [...this.#answers.values()].sort((a, b) => {
      const [one, other] = [a.textElement(), b.textElement()];
      if (!one || !other) return 0;
      return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    });
  }

  /** What the comment button of the toolbar and Mod+Alt+M do; both are hidden while there is none. @returns ends it */
  registerComment(action: CommentAction): () => void {
    this.comment.set(action);
    return () => {
      if (this.comment.get() === action) this.comment.set(null);
    };
  }
}
