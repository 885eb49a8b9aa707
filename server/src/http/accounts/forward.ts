// From a request of a page to one that better-auth gets, and from its answer to ours. It sees a checked body, our word for where the
// request comes from, and of the headers only what it needs; of its answer only cookies and the named fields leave.
import type { Context } from 'hono';
import { ADDRESS_HEADER, NEXT_HEADER } from '../../auth/make-better-auth.ts';
import { clientAddress } from '../client-address.ts';

const passedOn = ['cookie', 'user-agent', 'accept-language', 'origin', 'host'] as const;

interface Target {
  /** Below `/api/auth/`. */
  path: string;
  method?: 'GET' | 'POST';
  body?: object;
  query?: Record<string, string>;
  /** Where the person was about to go, for mails that follow from it. */
  next?: string;
}

export function forwarded(
  context: Context,
  trustsProxy: boolean,
  { path, method = 'POST', body, query, next }: Target,
): Request {
  const headers = new Headers({ [ADDRESS_HEADER]: clientAddress(context, trustsProxy) });
  if (next) headers.set(NEXT_HEADER, next);
  for (const name of passedOn) {
    const value = context.req.header(name);
    if (value !== undefined) headers.set(name, value);
  }
  const url = new URL(`/api/auth/${path}`, context.req.url);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  if (method === 'GET') return new Request(url, { headers });
  headers.set('content-type', 'application/json');
  return new Request(url, { method, headers, body: JSON.stringify(body ?? {}) });
}

function answer(source: Response, body: object, status = 200): Response {
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  for (const cookie of source.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return new Response(JSON.stringify(body), { status, headers });
}

/**
 * The session travels in its cookie alone, where no script reads it: of the answer only `fields` are passed on. Refusals keep
 * better-auth's codes.
 */
export async function presented(response: Response, fields: readonly string[] = []): Promise<Response> {
  const json = (await response.json().catch(() => null)) as Record<string, unknown> | null;
  if (!response.ok) {
    const { code, message } = json ?? {};
    return answer(response, { code: code ?? `HTTP_${response.status}`, message: message ?? '' }, response.status);
  }
  const kept = fields.flatMap((field) => (json && field in json ? [[field, json[field]]] : []));
  return answer(response, { ok: true, ...Object.fromEntries(kept) });
}

/** A refusal of ours in better-auth's form: pages know its codes. */
export function refused(code: string, status = 400): Response {
  return Response.json({ code, message: '' }, { status, headers: { 'cache-control': 'no-store' } });
}

/** The same whatever it was about, and before anything of it was looked up: not even the time tells who has an account. */
export const accepted = (): Response => Response.json({ ok: true }, { headers: { 'cache-control': 'no-store' } });
