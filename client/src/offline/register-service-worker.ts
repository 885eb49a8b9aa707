// Starts the worker that keeps the pages for work without network. Built pages only: in development it would serve old ones.

export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Refused in private windows of some browsers: the app works, a reload offline does not.
  navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
}
