// People who come in by link without an account, as a browser does it: the cookies of an answer go with the next request.

import { enterAsGuest, returnAsGuest } from '@adagia/shared/api/entering';
import { createInvitation, getMe } from '@adagia/shared/api/people';
import type { ProposalId } from '@adagia/shared/ids';
import type { z } from 'zod';
import { ask } from './ask.ts';
import type { CastPerson } from './cast.ts';
import { type TestPerson, type TestServer } from './test-server.ts';

export const tokenOf = (link: string): string => link.split('#')[1] ?? '';

type NewInvitation = Partial<z.input<(typeof createInvitation)['body']>>;

/** A link for any number of guests, unless it is said otherwise. */
export async function guestLink(coordinator: TestPerson, proposalId: ProposalId, change: NewInvitation = {}) {
  const body = { role: 'guest' as const, organisationId: null, allowsGuests: true, usesMax: null, ...change };
  const { invitation, link } = await ask(coordinator, createInvitation, { proposalId }, body);
  return { invitation, token: tokenOf(link) };
}

/** Keeps cookies as a browser does. */
export class Device {
  readonly #url: string;
  readonly #jar = new Map<string, string>();

  constructor(server: Pick<TestServer, 'url'>) {
    this.#url = server.url;
  }

  get cookie(): string {
    return [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async post(path: string, body: object): Promise<Response> {
    const headers = { 'content-type': 'application/json', cookie: this.cookie, 'user-agent': PHONE };
    const answer = await fetch(this.#url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    for (const one of answer.headers.getSetCookie()) this.#keep(one);
    return answer;
  }

  #keep(setCookie: string): void {
    const [pair = ''] = setCookie.split(';');
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals);
    if (/max-age=0\b/i.test(setCookie)) this.#jar.delete(name);
    else this.#jar.set(name, pair.slice(equals + 1));
  }

  /** With the cookies of now. */
  as(name: string, server: TestServer): TestPerson {
    return { ...server.withCookie(name, this.cookie), name };
  }
}

const PHONE =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';

export interface GuestAtDevice extends CastPerson {
  device: Device;
}

async function personOn(server: TestServer, device: Device, name: string): Promise<GuestAtDevice> {
  const person = device.as(name, server);
  return { ...person, device, id: (await ask(person, getMe, {}, {})).id };
}

export async function enter(server: TestServer, token: string, name: string, email = ''): Promise<GuestAtDevice> {
  const device = new Device(server);
  const answer = await device.post(enterAsGuest.path, { token, name, email });
  if (!answer.ok) throw new Error(`entering as ${name}: ${answer.status} ${await answer.text()}`);
  return personOn(server, device, name);
}

/** @returns null where the link does not work */
export async function comeBack(server: TestServer, token: string, name: string): Promise<GuestAtDevice | null> {
  const device = new Device(server);
  const answer = await device.post(returnAsGuest.path, { token });
  return answer.ok ? personOn(server, device, name) : null;
}
