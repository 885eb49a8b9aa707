// `GET /metrics` for Prometheus, to whoever has METRICS_TOKEN; without one set there is no such page.
import { timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import type { Metrics } from '../metrics.ts';
import { AppError } from './app-error.ts';

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

export function serveMetrics(app: Hono, { registry }: Metrics, token: string | null): void {
  app.get('/metrics', async (context) => {
    if (token === null) throw new AppError('not-found');
    const given = context.req.header('authorization') ?? '';
    if (!isSame(given, `Bearer ${token}`)) throw new AppError('unauthenticated');
    return context.body(await registry.metrics(), 200, { 'content-type': registry.contentType });
  });
}
