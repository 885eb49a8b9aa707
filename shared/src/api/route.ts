// A route of the REST interface is a value that both sides use: the server validates and answers by it, the client calls
// by it. So the two cannot drift, and tests can walk over every route there is.
import type { z } from 'zod';

export interface Route<Params extends z.ZodType, Body extends z.ZodType, Response extends z.ZodType> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` placeholders, all of them in `params`. */
  path: `/api/${string}`;
  params: Params;
  /** JSON body, or the query for GET. */
  body: Body;
  response: Response;
}

export type AnyRoute = Route<z.ZodType, z.ZodType, z.ZodType>;

export function defineRoute<Params extends z.ZodType, Body extends z.ZodType, Response extends z.ZodType>(
  route: Route<Params, Body, Response>,
): Route<Params, Body, Response> {
  return route;
}

/** @returns the path with each `:name` replaced by its parameter, percent-encoded. */
export function pathOf(route: Pick<AnyRoute, 'path'>, params: Record<string, string>): string {
  return route.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}
