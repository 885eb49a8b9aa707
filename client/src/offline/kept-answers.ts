// The last answers to a few questions, kept for a reload without network: who I am, my proposals, one proposal with its
// answers' states and threads. The page keeps them itself, as on a first visit no worker stands between it and the server;
// the service worker gives them back. Private: forgotten on sign-out.

/** Known to service-worker.js by the same name. */
const CACHE = 'adagia-answers';
const KEPT = /^\/api\/(?:me|proposals|proposals\/[0-9a-f-]{36}(?:\/(?:answers|threads))?)$/;

/** @param path without query @param response is read: hand in a clone */
export async function keepAnswer(path: string, response: Response): Promise<void> {
  if (!KEPT.test(path) || !('caches' in globalThis)) return;
  const cache = await caches.open(CACHE);
  await cache.put(path, response);
}

export async function forgetKeptAnswers(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(CACHE);
}
