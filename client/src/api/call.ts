// Calls a route of shared/api: checks nothing on the way out (the server does), parses what comes back.
import { type Problem, problemSchema } from '@adagia/shared/api/problem';
import { type AnyRoute, pathOf, type Route } from '@adagia/shared/api/route';
import type { z } from 'zod';
import { languageHeader } from '../i18n/languages.ts';
import { keepAnswer, keptAnswer, keptAt } from '../offline/kept-answers.ts';

/** The server refused, or could not be reached (`problem` is null). */
export class ApiError extends Error {
  readonly problem: Problem | null;
  constructor(problem: Problem | null) {
    super(problem?.title ?? 'The server cannot be reached');
    this.problem = problem;
  }
}

function queryOf(body: unknown): string {
  const entries = Object.entries((body ?? {}) as Record<string, string | undefined>);
  const query = new URLSearchParams(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return query.size > 0 ? `?${query}` : '';
}

async function send(route: AnyRoute, path: string, body: unknown): Promise<globalThis.Response> {
  const isGet = route.method === 'GET';
  const init: RequestInit = {
    method: route.method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...languageHeader(), ...(!isGet && { 'content-type': 'application/json' }) },
    ...(!isGet && { body: JSON.stringify(body ?? {}) }),
  };
  try {
    return await fetch(isGet ? path + queryOf(body) : path, init);
  } catch {
    const kept = isGet ? await keptAnswer(path).catch(() => undefined) : undefined;
    if (kept) return kept;
    // No network, or the server is restarting: the caller shows one message for both.
    throw new ApiError(null);
  }
}

/** What the server says, or what it said when it could last be reached. */
export interface Told<Value> {
  value: Value;
  /** null: just now. */
  keptAt: Date | null;
}

/** @throws ApiError with the server's problem, or with null when there was no answer. */
export async function callApiOrKept<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  route: Route<P, B, R>,
  params: z.input<P>,
  body: z.input<B>,
): Promise<Told<z.output<R>>> {
  const path = pathOf(route, params as Record<string, string>);
  const response = await send(route, path, body);
  // A full disk or a private window: then a reload without network shows less.
  if (response.ok && route.method === 'GET') keepAnswer(path, response.clone()).catch(() => undefined);
  const json: unknown = await response.json().catch(() => null);
  if (response.ok) return { value: route.response.parse(json), keptAt: keptAt(response) };
  throw new ApiError(problemSchema.safeParse(json).data ?? null);
}

/** The same for who does not mind how old it is: what changes a proposal is never kept, and its pages say "Offline". */
export async function callApi<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  route: Route<P, B, R>,
  params: z.input<P>,
  body: z.input<B>,
): Promise<z.output<R>> {
  const { value } = await callApiOrKept(route, params, body);
  return value;
}
