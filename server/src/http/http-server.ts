// The one server that everything comes in by, with what it grants to those who have not said anything yet.
import { createServer, type RequestListener, type Server } from 'node:http';

interface Waits {
  /** Milliseconds until the head of a request has to be there, from the connection on: whoever waits longer has no browser. */
  headMs: number;
  /** Milliseconds between two looks at who is late. */
  lookEveryMs: number;
}

const WAITS: Waits = { headMs: 10_000, lookEveryMs: 5000 };

/** Connections that wait to be taken in: everybody of the largest server comes back within a moment after a restart. */
const BACKLOG = 4096;

export function createHttpServer(listener: RequestListener, { headMs, lookEveryMs }: Waits = WAITS): Server {
  return createServer({ headersTimeout: headMs, connectionsCheckingInterval: lookEveryMs }, listener);
}

/** @returns the port. Rejects with what the system says about it. */
export function listen(server: Server, { port, host }: { port: number; host: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: BACKLOG }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
