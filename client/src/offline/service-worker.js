// Keeps the pages for work without network: assets by their hashed names, the start page for every address of the app. What
// people write is not here but in IndexedDB. Plain JavaScript: the build only fills in the two placeholders.
const VERSION = '__VERSION__';
const FILES = ['__FILES__'];
const SHELL = `adagia-shell-${VERSION}`;

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
    // The page of a proposal names what that one needs: the start page serves all of them.
    if (response.ok && !new URL(request.url).pathname.startsWith('/p/')) {
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

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  // What the server answers is kept by the page itself (kept-answers.ts).
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    event.respondWith(pageOrShell(request));
    return;
  }
  if (url.pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
