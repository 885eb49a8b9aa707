// Starts the worker that keeps the pages for work without network. Built pages only: in development it would serve old ones.

/** Milliseconds. It fetches every part of every page: on a first visit that comes after what the person is waiting for. */
const AFTER_MS = 2000;
/** Milliseconds. On a slow machine the page is still busy then: it waits for a moment of rest, but not for ever. */
const IDLE_TIMEOUT_MS = 10_000;

// Refused in private windows of some browsers: the app works, a reload offline does not.
const register = () => void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);

export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  setTimeout(() => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(register, { timeout: IDLE_TIMEOUT_MS });
    else register();
  }, AFTER_MS);
}
