// Which editor of the page has the caret: the toolbar, the link box and comments act on that one. It stays the active one
// while the focus is in the toolbar, so that a click there does not lose it.
import type { AnswerKey } from '@adagia/shared/answer-key';
import type { LexicalEditor } from 'lexical';
import type * as Y from 'yjs';
import { observable } from '../../session/observable.ts';

export interface ActiveEditor {
  key: AnswerKey;
  editor: LexicalEditor;
  ytext: Y.Text;
}

export const activeEditor = observable<ActiveEditor | null>(null);

/** What the comment button does, when comments are there: opens a composer for the selection of an answer. */
export type CommentAction = (at: ActiveEditor) => void;
export const commentAction = observable<CommentAction | null>(null);

/** Opens the link box at the selection of the active editor. */
export const linkBox = observable<ActiveEditor | null>(null);
