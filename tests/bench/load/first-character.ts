// From the start of a navigation until a typed character was painted, and what of the main thread that took. Everything is watched
// inside the page, by what changes in it: a question from outside is itself work that a slowed-down page has to answer.
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import type { Figures } from '../scenario.ts';

/** The first of 256 signs (Braille) that are in no text here. Each visit has its own: what it types is there on the next one. */
const FIRST_MARK = 0x28_00;
let visits = 0;

/** Milliseconds. Far above anything measured: it is a fault then. */
const GIVE_UP_MS = 60_000;
/** Milliseconds. As somebody would press again. */
const ASK_AGAIN_MS = 250;

interface Told {
  firstReady(at: { x: number; y: number; ms: number }): void;
  firstFocused(): void;
  firstPainted(ms: number): void;
}

/** Runs in the page: says where the first editor is, when it has the focus, and when the mark was painted. */
function watchFirst({ mark, isFloor, askAgainMs }: { mark: string; isFloor: boolean; askAgainMs: number }): void {
  const told = window as unknown as Told;
  const editorNow = () => document.querySelector('[data-answer] [contenteditable="true"]');
  /** Again, because what is above may take its height meanwhile and push it away from under the pointer. */
  const askForPress = () => {
    const editor = editorNow();
    if (!editor || editor.contains(document.activeElement)) return;
    editor.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = editor.getBoundingClientRect();
    told.firstReady({ x: left + width / 2, y: top + height / 2, ms: performance.now() });
    setTimeout(askForPress, askAgainMs);
  };
  const hasMark = ({ target, addedNodes }: MutationRecord) =>
    [target, ...addedNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.includes(mark));
  let isAsked = false;
  const observer = new MutationObserver((records) => {
    if (!isAsked && editorNow()) {
      isAsked = true;
      askForPress();
    }
    const editor = isAsked ? editorNow() : null;
    if (!editor?.contains(document.activeElement)) return;
    if (!records.some(hasMark) && !document.activeElement?.textContent?.includes(mark)) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => told.firstPainted(performance.now())));
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
  addEventListener('focusin', ({ target }) => {
    if ((target as Element).getAttribute('contenteditable') === 'true') told.firstFocused();
  });
  if (!isFloor) return;
  addEventListener('DOMContentLoaded', () => {
    const box = document.createElement('div');
    box.dataset.answer = 'floor';
    const editor = document.createElement('p');
    editor.contentEditable = 'true';
    editor.textContent = '…';
    box.append(editor);
    document.body.append(box);
  });
}

export interface SlowPage {
  page: Page;
  devtools: CDPSession;
}

/** @param slowDown how many times slower its CPU is than this one */
export async function openSlowPage(context: BrowserContext, slowDown: number): Promise<SlowPage> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  return { page, devtools };
}

interface FirstPage extends SlowPage {
  /** Resolves with when, since the start of the navigation. */
  painted: Promise<{ readyMs: number; paintedMs: number }>;
}

/** @param isFloor an editor is put into whatever page comes: what the browser, the network and the measuring take themselves */
export async function openSlowly(context: BrowserContext, slowDown: number, isFloor = false): Promise<FirstPage> {
  const { page, devtools } = await openSlowPage(context, slowDown);
  const mark = String.fromCodePoint(FIRST_MARK + (visits++ % 256));
  const { promise: painted, resolve, reject } = Promise.withResolvers<{ readyMs: number; paintedMs: number }>();
  let readyMs = Number.NaN;
  await page.exposeFunction('firstReady', async ({ x, y, ms }: { x: number; y: number; ms: number }) => {
    if (Number.isNaN(readyMs)) readyMs = ms;

    const press = { x, y, button: 'left', clickCount: 1 } as const;
    await devtools.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...press });
    await devtools.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...press });
  });
  await page.exposeFunction('firstFocused', () => devtools.send('Input.insertText', { text: mark }));
  await page.exposeFunction('firstPainted', (paintedMs: number) => resolve({ readyMs, paintedMs }));
  await page.addInitScript(watchFirst, { mark, isFloor, askAgainMs: ASK_AGAIN_MS });
  setTimeout(() => reject(new Error('no character was painted')), GIVE_UP_MS).unref();
  return { page, devtools, painted };
}

/** Milliseconds of the main thread, slowed down as it is: all of it, and what of it were scripts, layout and styles. */
async function mainThread(devtools: CDPSession): Promise<Record<'task' | 'script' | 'layout', number>> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name: string) => (metrics.find((one) => one.name === name)?.value ?? Number.NaN) * 1000;
  return {
    task: of('TaskDuration'),
    script: of('ScriptDuration'),
    layout: of('LayoutDuration') + of('RecalcStyleDuration'),
  };
}

/** @returns milliseconds: until there was an editor, until a typed character was painted, and of the main thread until then. */
export async function firstCharacter({ page, devtools, painted }: FirstPage, url: string): Promise<Figures> {
  await page.goto(url, { waitUntil: 'commit' });
  const { readyMs, paintedMs } = await painted;
  const { task, script, layout } = await mainThread(devtools);
  return { readyMs, paintedMs, taskMs: task, scriptMs: script, layoutMs: layout };
}
