// A real OpenID provider on loopback (oidc-provider), with people of its own. Its sign-in page takes whoever is named in it.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { Browser } from './browser.ts';

export interface ProviderPerson {
  email: string;
  email_verified?: boolean;
  name?: string;
}

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  people: Map<string, ProviderPerson>;
  /** Authorisation requests as they came. */
  asked: URLSearchParams[];
  /** Goes through its pages as this person. @returns the address that it sends the browser back to */
  signIn(authorisationUrl: string, account: string): Promise<string>;
  close(): Promise<void>;
}

/** The one that it knows. */
export const CLIENT = { clientId: 'adagia', clientSecret: 'a secret of this test alone' };

/** @param redirectUri of the one installation that it knows @param port 0 for any */
export async function openIdentityProvider(redirectUri: string, port = 0): Promise<IdentityProvider> {
  const http = createServer();
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const people = new Map<string, ProviderPerson>();
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    cookies: { keys: ['of this test'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people.get(id) }) }),
  });
  const asked: URLSearchParams[] = [];
  const answer = provider.callback();
  http.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/auth') asked.push(url.searchParams);
    void answer(request, response);
  });
  return {
    issuer,
    ...CLIENT,
    people,
    asked,
    signIn: (url, account) => walk({ issuer, url, account }),
    close: async () => {
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
}

/** Its pages are forms with one hidden field each; follows them until they lead away from it. */
async function walk({ issuer, url, account }: { issuer: string; url: string; account: string }): Promise<string> {
  const browser = new Browser({ url: issuer });
  let response = await browser.fetch(url);
  for (let step = 0; step < 12; step += 1) {
    const location = response.headers.get('location');
    if (location) {
      const next = new URL(location, issuer);
      if (next.origin !== issuer) return next.href;
      response = await browser.fetch(next.href);
      continue;
    }
    const page = await response.text();
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ prompt, ...(prompt === 'login' && { login: account, password: 'any' }) });
    response = await browser.fetch(action, { method: 'POST', body });
  }
  throw new Error('the provider leads nowhere');
}
