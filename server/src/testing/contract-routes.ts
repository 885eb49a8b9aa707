// Every route of the contract, whatever file of shared/src/api it is in: so that a new one is tested by what walks over all.
import { readdirSync } from 'node:fs';
import type { AnyRoute } from '@adagia/shared/api/route';

const folder = new URL('../../../shared/src/api/', import.meta.url);

const isRoute = (value: unknown): value is AnyRoute =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'response' in value;

export async function contractRoutes(): Promise<AnyRoute[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const modules = await Promise.all(names.map((name) => import(new URL(name, folder).href) as Promise<object>));
  return modules.flatMap((one) => Object.values(one).filter(isRoute));
}
