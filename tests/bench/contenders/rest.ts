// Our REST interface as a benchmark uses it: new people, and calls by contract in their name.
import { type AnyRoute, pathOf } from '@adagia/shared/api/route';
import type { RunningServer } from './contender.ts';

export class Rest {
  readonly #url: string;

  constructor({ port }: RunningServer) {
    this.#url = `http://127.0.0.1:${port}`;
  }

  /** @returns the cookie. */
  async signUp(index: number): Promise<string> {
    const response = await fetch(`${this.#url}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: `Person ${index}`, email: `p${index}@example.org`, password: 'a long password' }),
    });
    if (!response.ok) throw new Error(`sign-up: ${response.status} ${await response.text()}`);
    return response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
  }

  async call<T>(cookie: string, route: AnyRoute, params: Record<string, string>, body: object): Promise<T> {
    const isGet = route.method === 'GET';
    const query = isGet ? `?${new URLSearchParams(body as Record<string, string>)}` : '';
    const response = await fetch(this.#url + pathOf(route, params) + query, {
      method: route.method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(!isGet && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${route.path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}
