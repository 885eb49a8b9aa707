// Keeps the pages for work without network: assets by their hashed names, the start page for every address of the app. Gives
// back the last answers to a few questions, so that a reload offline shows the proposal. What people write is not here but in
// IndexedDB. Plain JavaScript: the build only fills in the two placeholders.
const VERSION = '__VERSION__';
const FILES = ['__FILES__'];
const SHELL = `adagia-shell-${VERSION}`;
/** Kept by the page (kept-answers.ts). */
const ANSWERS = 'adagia-answers';

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

async function pageOrShell(request) {
  try {
    const response = await fetch(request);
    if (response.ok) {
      const cache = await caches.open(SHELL);
      await cache.put('/', response.clone());
    }
    return response;
  } catch (error) {
    const kept = await caches.match('/', { cacheName: SHELL });
    if (kept) return kept;
    throw error;
  }
}

async function answerOrKept(request, path) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(path, { cacheName: ANSWERS });
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/api/')) {
    event.respondWith(answerOrKept(request, url.pathname));
    return;
  }
  if (request.mode === 'navigate') {
    event.respondWith(pageOrShell(request));
    return;
  }
  if (url.pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
