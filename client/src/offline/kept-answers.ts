// The last answers to a few questions, kept for a reload without network: who I am, my proposals, one proposal with its
// answers' states, threads, what is collected from partners, and what one evaluates. The page keeps them and takes them out itself,
// not the service worker: that one stands in the way of every answer that the browser has asked for ahead. Private: forgotten on
// sign-out.

/** Known to browsers that have kept answers already. */
const CACHE = 'adagia-answers';
/** Only on an answer that comes out of the cache: when the server gave it. */
const KEPT_AT = 'adagia-kept-at';
const KEPT =
  /^\/api\/(?:me|proposals|proposals\/[0-9a-f-]{36}(?:\/(?:answers|threads|intake|evaluation-rounds(?:\/[0-9a-f-]{36}\/(?:copy|mine))?))?)$/;

/** @param path without query @param response is read: hand in a clone */
export async function keepAnswer(path: string, response: Response): Promise<void> {
  if (!KEPT.test(path) || keptAt(response) || !('caches' in globalThis)) return;
  const cache = await caches.open(CACHE);
  const headers = { 'content-type': 'application/json', [KEPT_AT]: new Date().toISOString() };
  await cache.put(path, new Response(response.body, { headers }));
}

/** @returns what the server said when it could last be reached. */
export async function keptAnswer(path: string): Promise<Response | undefined> {
  return 'caches' in globalThis ? caches.match(path, { cacheName: CACHE }) : undefined;
}

/** @returns when the server gave this answer, null when it has done so just now. */
export function keptAt({ headers }: Response): Date | null {
  const at = headers.get(KEPT_AT);
  return at ? new Date(at) : null;
}

export async function forgetKeptAnswers(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(CACHE);
}
