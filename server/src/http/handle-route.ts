// Serves a route of the shared contract: validates, finds out who asks, and answers JSON. Handlers get parsed values only.
import type { AnyRoute, Route } from '@adagia/shared/api/route';
import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { SignedIn } from '../auth/create-auth.ts';
import { AppError } from './app-error.ts';

export interface Call<P, B> {
  params: P;
  body: B;
}
export type Person = SignedIn;

/** Bytes of a JSON body: the largest is a whole proposal. */
const BODY_MAX = 5 * 1024 * 1024;

export interface RouteServer {
  app: Hono;
  personOf(headers: Headers): Promise<Person | null>;
}

/** Every route that was registered, so that a test can walk over them. */
export const registered: AnyRoute[] = [];

function parsed<S extends z.ZodType>(schema: S, value: unknown, code: 'invalid-body' | 'not-found'): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  if (code === 'not-found') throw new AppError('not-found');
  const issues = result.error.issues.slice(0, 20);
  throw new AppError(
    code,
    issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  );
}

async function readBody(context: Context): Promise<unknown> {
  const { req } = context;
  if (req.method === 'GET') return req.query();
  if (!/^application\/json\b/.test(req.header('content-type') ?? '')) throw new AppError('invalid-json');
  if (Number(req.header('content-length') ?? 0) > BODY_MAX) throw new AppError('body-too-large');
  const text = await req.text();
  if (text.length > BODY_MAX) throw new AppError('body-too-large');
  try {
    return JSON.parse(text || '{}');
  } catch {
    // Whatever is wrong with it: the sender learns that it is no JSON.
    throw new AppError('invalid-json');
  }
}

function register<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  { app }: RouteServer,
  route: Route<P, B, R>,
  answer: (call: Call<z.output<P>, z.output<B>>, headers: Headers) => Promise<z.input<R>>,
): void {
  registered.push(route);
  app.on(route.method, route.path, async (context) => {
    const params = parsed(route.params, context.req.param(), 'not-found');
    const body = parsed(route.body, await readBody(context), 'invalid-body');
    const response = await answer({ params, body }, context.req.raw.headers);
    return context.json(response as Record<string, unknown>, 200, { 'cache-control': 'no-store' });
  });
}

/** A route for people who are signed in. */
export function handle<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  server: RouteServer,
  route: Route<P, B, R>,
  answer: (person: Person, call: Call<z.output<P>, z.output<B>>) => Promise<z.input<R>> | z.input<R>,
): void {
  register(server, route, async (call, headers) => {
    const person = await server.personOf(headers);
    if (!person) throw new AppError('unauthenticated');
    return answer(person, call);
  });
}

/** A route for everybody. */
export function handlePublic<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  server: RouteServer,
  route: Route<P, B, R>,
  answer: (call: Call<z.output<P>, z.output<B>>) => Promise<z.input<R>> | z.input<R>,
): void {
  register(server, route, async (call) => answer(call));
}
