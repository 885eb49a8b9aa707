// Serves a route of the shared contract: validates, finds out who asks, and answers JSON. Handlers get parsed values only.
import { importProposal } from '@adagia/shared/api/people';
import type { AnyRoute, Route } from '@adagia/shared/api/route';
import type { Hono } from 'hono';
import type { z } from 'zod';
import type { SignedIn } from '../auth/create-auth.ts';
import { AppError } from './app-error.ts';
import { BODY_MAX, IMPORT_BODY_MAX, readJson } from './read-body.ts';

export interface Call<P, B> {
  params: P;
  body: B;
  /** Accept-Language. */
  language: string | undefined;
}
export type Person = SignedIn;

export interface RouteServer {
  app: Hono;
  personOf(headers: Headers): Promise<Person | null>;
}

/** Issues shown at once: the first few explain the rest. */
const ISSUES_MAX = 20;

/** @throws AppError invalid-body with the places */
export function parseBody<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, ISSUES_MAX);
  throw new AppError(
    'invalid-body',
    issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  );
}

/** An id of the wrong form is an unknown one. */
function parseParams<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (!result.success) throw new AppError('not-found');
  return result.data;
}

function sizeMaxOf(route: AnyRoute): number {
  return route.path === importProposal.path ? IMPORT_BODY_MAX : BODY_MAX;
}

function register<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType, W>(
  { app }: RouteServer,
  route: Route<P, B, R>,
  whoAsks: (headers: Headers) => Promise<W>,
  answer: (who: W, call: Call<z.output<P>, z.output<B>>) => Promise<z.input<R>> | z.input<R>,
): void {
  app.on(route.method, route.path, async ({ req, json }) => {
    // Before anything is read: who is not signed in gets no megabyte parsed, and learns nothing about the contract.
    const who = await whoAsks(req.raw.headers);
    const params = parseParams(route.params, req.param());
    const input = route.method === 'GET' ? req.query() : await readJson(req.raw, sizeMaxOf(route));
    const language = req.header('accept-language');
    const response = await answer(who, { params, body: parseBody(route.body, input), language });
    return json(response as Record<string, unknown>, 200, { 'cache-control': 'no-store' });
  });
}

/** A route for people who are signed in. */
export function handle<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  server: RouteServer,
  route: Route<P, B, R>,
  answer: (person: Person, call: Call<z.output<P>, z.output<B>>) => Promise<z.input<R>> | z.input<R>,
): void {
  const mustBeSignedIn = async (headers: Headers) => {
    const person = await server.personOf(headers);
    if (!person) throw new AppError('unauthenticated');
    return person;
  };
  register(server, route, mustBeSignedIn, answer);
}

/** A route for everybody; who is signed in may be told more. */
export function handlePublic<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  server: RouteServer,
  route: Route<P, B, R>,
  answer: (person: Person | null, call: Call<z.output<P>, z.output<B>>) => Promise<z.input<R>> | z.input<R>,
): void {
  register(server, route, server.personOf, answer);
}
