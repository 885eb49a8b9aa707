// Asks a route as a person and parses the answer by its contract; or expects a refusal and returns it as problem JSON.
import { type Problem, problemSchema } from '@adagia/shared/api/problem';
import type { Route } from '@adagia/shared/api/route';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { TestPerson } from './test-server.ts';

type Asker = Pick<TestPerson, 'name' | 'call'>;

/** @returns the parsed answer; anything but 200 fails the test with the problem in the message. */
export async function ask<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  person: Asker,
  route: Route<P, B, R>,
  params: z.input<P>,
  body: z.input<B>,
): Promise<z.output<R>> {
  const { status, json } = await person.call(route, params as object, body as object);
  if (status !== 200) {
    throw new Error(`${person.name} ${route.method} ${route.path}: ${status} ${JSON.stringify(json)}`);
  }
  return route.response.parse(json);
}

/** @param body may be anything: that is what is refused */
export async function refusal(
  person: Asker,
  route: Route<z.ZodType, z.ZodType, z.ZodType>,
  params: object,
  body: object = {},
): Promise<Problem> {
  const { status, json } = await person.call(route, params, body);
  const problem = problemSchema.parse(json);
  expect(problem.status).toBe(status);
  return problem;
}
