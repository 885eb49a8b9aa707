// Where a request comes from, for counting attempts. Behind a proxy every socket is the proxy's: then the last entry of
// X-Forwarded-For counts, which that proxy has added itself. Without TRUST_PROXY the header is a claim that anybody can make.
import { isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Groups of an IPv6 address that belong to one household or office (a /64). */
const IPV6_GROUPS = 4;

/** @returns the address, of IPv6 only its network: within it anybody can have any number of addresses. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const groups = head === '' ? [] : head.split(':');
  const known = tail === undefined ? groups : [...groups, ...Array<string>(IPV6_GROUPS).fill('0')];
  return known
    .slice(0, IPV6_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

interface Hop {
  forwardedFor: string | undefined;
  remoteAddress: string | undefined;
}

function addressBehind({ forwardedFor, remoteAddress }: Hop, trustsProxy: boolean): string {
  const forwarded = trustsProxy ? forwardedFor?.split(',').at(-1)?.trim() : undefined;
  return forwarded || (remoteAddress ?? '');
}

export function networkBehind(hop: Hop, trustsProxy: boolean): string {
  return networkOf(addressBehind(hop, trustsProxy));
}

function hopOf(context: Context): Hop {
  const forwardedFor = context.req.header('x-forwarded-for');
  return { forwardedFor, remoteAddress: getConnInfo(context).remote.address };
}

/** For counting. */
export function clientNetwork(context: Context, trustsProxy: boolean): string {
  return networkBehind(hopOf(context), trustsProxy);
}

/** To show people where they are signed in: the whole address. */
export function clientAddress(context: Context, trustsProxy: boolean): string {
  return addressBehind(hopOf(context), trustsProxy).replace(/^::ffff:(?=\d+\.)/i, '');
}
