// B10: browsers move the caret at once and tell of it a task later; keys and updates from the network may come in between. Lexical
// would then delete, split or restyle at the old place, or put the caret back there. This tells Lexical first.
import type { LexicalEditor } from 'lexical';

type DomRange = readonly [Node | null, number, Node | null, number];

/** As the page was last told. One for all editors: there is one selection. */
let told: DomRange = [null, 0, null, 0];
let isListening = false;

function current(): DomRange {
  const selection = getSelection();
  return selection
    ? [selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset]
    : [null, 0, null, 0];
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  document.addEventListener('selectionchange', () => (told = current()), { capture: true });
}

/** Makes Lexical read the selection where it has not heard of its last move. Not while composing: it is the browser's then. */
export function freshenSelection(editor: LexicalEditor): void {
  const root = editor.getRootElement();
  if (!root || root !== document.activeElement || editor.isComposing()) return;
  const now = current();
  if (now.every((part, index) => part === told[index])) return;
  document.dispatchEvent(new Event('selectionchange'));
}

/** Before whatever acts on the selection by an event that Lexical handles itself. */
const EVENTS = ['keydown', 'cut', 'copy', 'paste'] as const;

export function registerFreshSelection(editor: LexicalEditor): () => void {
  listen();
  const freshen = () => freshenSelection(editor);
  return editor.registerRootListener((root, before) => {
    for (const name of EVENTS) {
      before?.removeEventListener(name, freshen, { capture: true });
      root?.addEventListener(name, freshen, { capture: true });
    }
  });
}
