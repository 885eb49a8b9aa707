// One person's side in a test: a document, a headless editor with the real binding, undo, a clipboard, and what was made here.

import { leaveFormats } from '@adagia/shared/leave-formats';
import { createSuggestionId, suggestionKey } from '@adagia/shared/text/suggestions';
import type { $generateJSONFromSelectedNodes } from '@lexical/clipboard';
import { createHeadlessEditor } from '@lexical/headless';
import * as Y from 'yjs';
import { EDITOR_ORIGIN } from '../../../session/proposal-session.ts';
import { editorConfig, registerModel } from '../../model/editor-config.ts';
import { type Binding, bindEditor } from '../bind-editor.ts';
import type { SuggestionAuthor } from '../pending-marks.ts';

/** Milliseconds: a clock that goes on by one with each suggestion, for all people. */
let clock = 1.8e12;

/** Whose suggestions are the same in each run. */
export function suggestionAuthor(userId: string): SuggestionAuthor {
  return {
    userId,
    newKey: (around) => suggestionKey(createSuggestionId({ author: userId, atMs: (clock += 1), random: 0, around })),
  };
}

/** Origin of what comes over the network. */
export const REMOTE = 'remote';

export class Replica {
  readonly doc = new Y.Doc();
  readonly ytext: Y.Text;
  /** Updates made here, in order. */
  readonly made: Uint8Array[] = [];
  binding: Binding;
  /** What was cut and not pasted yet. */
  clipboard: ReturnType<typeof $generateJSONFromSelectedNodes>['nodes'] | null = null;
  isComposing = false;
  /** An update of Lexical's is not committed yet. */
  isPending = false;
  /** Transactions of the editor so far. */
  edits = 0;

  /** Set: everything is a suggestion of this person's. */
  author: SuggestionAuthor | null = null;

  constructor(clientId: number, onMade?: (update: Uint8Array) => void) {
    this.doc.clientID = clientId;
    leaveFormats(this.doc);
    this.ytext = this.doc.getText('answer:test');
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === REMOTE) return;
      this.made.push(update);
      onMade?.(update);
    });
    this.doc.on('afterTransaction', ({ origin }: Y.Transaction) => {
      if (origin === EDITOR_ORIGIN) this.edits += 1;
    });
    this.binding = this.#bind();
  }

  get editor() {
    return this.binding.editor;
  }

  get undo() {
    return this.binding.undo;
  }

  #bind(): Binding {
    const editor = createHeadlessEditor(editorConfig());
    registerModel(editor);
    return bindEditor(editor, this.ytext, { suggests: () => this.author });
  }

  /** The page scrolled away and back: another editor shows the same text. */
  remount(): void {
    this.binding.dispose();
    this.isPending = false;
    this.isComposing = false;
    this.binding = this.#bind();
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, REMOTE);
  }
}
