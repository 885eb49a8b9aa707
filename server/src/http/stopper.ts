// Ends a server so that nobody loses anything: no new connections, then the open requests and sockets come to their end,
// and only what does not end by itself is cut.
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds that an open request or a closing handshake gets. The longest, an import, takes a tenth of that. */
const GRACE_MS = 5000;

/**
 * Call before the server listens.
 * @param settle lets go of sockets and waits for what is on its way to disk @returns ends the server, once
 */
export function stopper(server: Server, settle: () => Promise<void>): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  // The last answer of a kept-alive connection says that there will be none after it.
  server.on('request', (_request, response) => {
    if (!server.listening) response.setHeader('connection', 'close');
  });
  return async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    // Upgraded sockets are the server's too: without the cut, one that never answers would hold everything up.
    const cut = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, GRACE_MS);
    await settle();
    await closed;
    // Once more, for what the last requests have written.
    await settle();
    clearTimeout(cut);
  };
}
