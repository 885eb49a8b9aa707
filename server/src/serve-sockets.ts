// The sync socket with everything that it asks: who somebody is, what they may do in a proposal now, where they come from.
import type { IncomingMessage, Server } from 'node:http';
import type { Database } from '@adagia/db/open-database';
import { personColour } from '@adagia/shared/person-colour';
import type { Logger } from 'pino';
import type { Auth } from './auth/create-auth.ts';
import { membershipIn } from './commands/writing-rights-in.ts';
import { networkBehind } from './http/client-address.ts';
import type { Metrics } from './metrics.ts';
import { attachSync, type SyncOptions } from './sync/attach-sync.ts';
import type { LiveRooms } from './sync/create-rooms.ts';

interface SocketOptions extends Pick<SyncOptions, 'isAllowedOrigin' | 'isLimited'> {
  rooms: LiveRooms;
  auth: Auth;
  database: Database;
  metrics: Metrics;
  log: Logger;
  trustsProxy: boolean;
}

export function serveSockets(server: Server, options: SocketOptions): void {
  const { rooms, auth, database, metrics, log, trustsProxy, isAllowedOrigin, isLimited } = options;
  const load = attachSync(server, {
    rooms,
    authenticate: (request) => auth.personOf(headersOf(request)),
    membership: membershipIn(database),
    isAllowedOrigin,
    colourOf: personColour,
    addressOf: networkOfRequest(trustsProxy),
    isLimited,
    onRefused(refusal) {
      metrics.refused(refusal.reason);
      log.warn(refusal, 'refused');
    },
    onTurnedAway(refusal) {
      metrics.refused(`upgrade-${refusal.status}`);
      log.warn(refusal, 'turned away');
    },
    onError: (error) => log.error({ err: error }, 'socket'),
    // For rates alone: no clock that somebody sets.
    now: () => performance.now(),
  });
  metrics.watch({ ...load, roomCount: () => rooms.roomCount });
}

function networkOfRequest(trustsProxy: boolean) {
  return ({ headers, socket }: IncomingMessage) => {
    const forwardedFor = headers['x-forwarded-for']?.toString();
    return networkBehind({ forwardedFor, remoteAddress: socket.remoteAddress }, trustsProxy);
  };
}

function headersOf(request: IncomingMessage): Headers {
  const { cookie, host } = request.headers;
  return new Headers({ ...(cookie && { cookie }), ...(host && { host }) });
}
