// The last answers to a few questions, kept for a reload without network: who I am, my proposals, one proposal with its
// answers' states and threads. The page keeps them itself, as on a first visit no worker stands between it and the server;
// the service worker gives them back. Private: forgotten on sign-out.

/** Known to service-worker.js by the same name. */
const CACHE = 'adagia-answers';
/** Only on an answer that comes out of the cache: when the server gave it. */
const KEPT_AT = 'adagia-kept-at';
const KEPT = /^\/api\/(?:me|proposals|proposals\/[0-9a-f-]{36}(?:\/(?:answers|threads))?)$/;

/** @param path without query @param response is read: hand in a clone */
export async function keepAnswer(path: string, response: Response): Promise<void> {
  if (!KEPT.test(path) || keptAt(response) || !('caches' in globalThis)) return;
  const cache = await caches.open(CACHE);
  const headers = { 'content-type': 'application/json', [KEPT_AT]: new Date().toISOString() };
  await cache.put(path, new Response(response.body, { headers }));
}

/** @returns when the server gave this answer, null when it has done so just now. */
export function keptAt({ headers }: Response): Date | null {
  const at = headers.get(KEPT_AT);
  return at ? new Date(at) : null;
}

export async function forgetKeptAnswers(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(CACHE);
}
