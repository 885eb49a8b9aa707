// A browser as far as `/api/auth` sees one: it keeps cookies and sends them back.
import type { TestServer } from './test-server.ts';

export class Browser {
  readonly #server: Pick<TestServer, 'url'>;
  readonly #cookies = new Map<string, string>();

  constructor(server: Pick<TestServer, 'url'>) {
    this.#server = server;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** @param path below the server, or a whole address */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie) headers.set('cookie', this.cookie);
    const response = await fetch(new URL(path, this.#server.url), { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    if (/max-age=0/i.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, pair.slice(pair.indexOf('=') + 1));
  }

  /** @param path below `/api/auth/` */
  async post(path: string, body: object = {}, headers: Record<string, string> = {}) {
    const response = await this.fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const json = (await response.json()) as Record<string, unknown>;
    return { status: response.status, json, cookies: response.headers.getSetCookie() };
  }

  /** @returns the name of who is signed in here, null for nobody */
  async whoIsIn(): Promise<string | null> {
    const response = await this.fetch('/api/me');
    return response.ok ? ((await response.json()) as { name: string }).name : null;
  }
}
