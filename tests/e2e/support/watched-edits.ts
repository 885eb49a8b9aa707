// What one person's own keys, clipboard and input method do to the characters of an answer: read in the page around each event,
// so that what comes in from others is never mistaken for it. Only Chinese characters, each typed
// once, are followed.
import type { Page } from '@playwright/test';

export interface WatchedEdit {
  event: string;
  /** Of the key, or what the browser calls the change. */
  key: string;
  /** What was selected when it began. */
  selected: string;
  removed: string;
  added: string;
}

declare global {
  var watchedEdits: WatchedEdit[] | undefined;
}

/** Notes every event of the person that changes the answer, from now until the page is loaded anew. */
export async function watchEdits(page: Page, answerKey: string): Promise<void> {
  await page.evaluate((key) => {
    const edits: WatchedEdit[] = [];
    globalThis.watchedEdits = edits;
    const text = document.querySelector(`[data-answer="${key}"] [contenteditable="true"]`);
    if (!text) throw new Error('the answer has no editor');
    // Not the marks that Lexical puts where it composes.
    const read = () => (text.textContent ?? '').replaceAll(/[^\u4e00-\uffef]/g, '');
    let before = read();
    let selected = '';
    const begin = ({ type }: Event) => {
      // The browser has changed the page already when it says `input`; nothing can come between it and `beforeinput`.
      if (type === 'input') return;
      before = read();
      selected = String(getSelection());
    };
    const end = (event: Event) => {
      const after = read();
      const removed = Array.from(before).filter((one) => !after.includes(one));
      const added = Array.from(after).filter((one) => !before.includes(one));
      before = after;
      if (removed.length === 0 && added.length === 0) return;
      const pressed = event instanceof KeyboardEvent ? event.key : event instanceof InputEvent ? event.inputType : '';
      edits.push({ event: event.type, key: pressed, selected, removed: removed.join(''), added: added.join('') });
    };
    for (const type of ['keydown', 'beforeinput', 'input', 'cut', 'paste']) {
      window.addEventListener(type, begin, { capture: true });
      // The last one to hear of it here: Lexical, which lets some of them go no further, has settled by then.
      text.addEventListener(type, end);
    }
  }, answerKey);
}

export async function takeEdits(page: Page): Promise<WatchedEdit[]> {
  return page.evaluate(() => globalThis.watchedEdits ?? []);
}
