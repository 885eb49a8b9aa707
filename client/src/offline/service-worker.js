// Keeps the pages for work without network: assets by their hashed names, the start page for every address of the app, and
// the last answers to a few questions, so that a reload offline shows the proposal. What people write is not here but in
// IndexedDB. Plain JavaScript: the build only fills in the two placeholders.
const VERSION = '__VERSION__';
const FILES = ['__FILES__'];
const SHELL = `adagia-shell-${VERSION}`;
/** Private: removed on sign-out (see forget-answers.ts). */
const ANSWERS = 'adagia-answers';
const KEPT_ANSWERS = /^\/api\/(?:me|proposals|proposals\/[0-9a-f-]{36}(?:\/(?:answers|threads))?)$/;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  const isOld = (name) => name.startsWith('adagia-shell-') && name !== SHELL;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

async function fromNetworkElse(request, cacheName, key) {
  try {
    const response = await fetch(request);
    if (response.ok) {
      const cache = await caches.open(cacheName);
      await cache.put(key, response.clone());
    } else if (response.status === 401 && cacheName === ANSWERS) {
      await caches.delete(ANSWERS);
    }
    return response;
  } catch (error) {
    const kept = await caches.match(key);
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/api/')) {
    if (KEPT_ANSWERS.test(url.pathname)) event.respondWith(fromNetworkElse(request, ANSWERS, url.pathname));
    return;
  }
  if (request.mode === 'navigate') {
    event.respondWith(fromNetworkElse(request, SHELL, '/'));
    return;
  }
  if (url.pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
