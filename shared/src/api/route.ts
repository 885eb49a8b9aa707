// A route of the REST interface is a value that both sides use: the server validates and answers by it, the client calls
// by it. So the two cannot drift, and tests can walk over every route there is.
import type { z } from 'zod';
import type { InstallationCapability } from '../installation.ts';
import type { Capability } from '../roles.ts';

/**
 * Who may call a route: everybody, whoever is signed in, the administrator, members with a capability; or nobody, where a thing is
 * its maker's alone. The server asks for it, and the test of authorisation derives from it who is refused.
 */
export type Needs = 'public' | 'account' | 'nobody' | Capability | InstallationCapability;

export interface Route<Params extends z.ZodType, Body extends z.ZodType, Response extends z.ZodType> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` placeholders, all of them in `params`. */
  path: `/api/${string}`;
  needs: Needs;
  /** For what is one's own: a comment, a membership. */
  ownNeeds?: Capability;
  params: Params;
  /** JSON body, or the query for GET. */
  body: Body;
  response: Response;
}

export type AnyRoute = Route<z.ZodType, z.ZodType, z.ZodType>;

/** Answers a file instead of JSON. */
export type Download = Pick<AnyRoute, 'method' | 'path' | 'needs'>;

export function defineRoute<Params extends z.ZodType, Body extends z.ZodType, Response extends z.ZodType>(
  route: Route<Params, Body, Response>,
): Route<Params, Body, Response> {
  return route;
}

/** @returns the path with each `:name` replaced by its parameter, percent-encoded. */
export function pathOf(route: Pick<AnyRoute, 'path'>, params: Record<string, string>): string {
  return route.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}
