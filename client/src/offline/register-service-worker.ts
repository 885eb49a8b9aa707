// Starts the worker that keeps the pages for work without network. Built pages only: in development it would serve old ones.

/** Milliseconds. It fetches every part of every page: on a first visit that comes after what the person is waiting for. */
const AFTER_MS = 2000;

export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  setTimeout(() => {
    // Refused in private windows of some browsers: the app works, a reload offline does not.
    navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  }, AFTER_MS);
}
