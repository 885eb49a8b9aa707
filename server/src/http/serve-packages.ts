// The bytes of dated packages, beside the REST contract: a zip out, and a zip in to be checked, of which nothing is kept.
import { PACKAGE_SIZE_MAX, packageCheckPath, packagePath } from '@adagia/shared/api/packages';
import { proposalIdSchema } from '@adagia/shared/ids';
import type { Deps } from '../commands/deps.ts';
import { assertMayCheck, checkPackage, openPackage } from '../commands/packages.ts';
import { AppError } from './app-error.ts';
import type { RouteServer } from './handle-route.ts';

/** How much larger a sender may announce a file to be and still be answered after sending it. */
const PATIENCE = 3;

function proposalIn(params: Record<string, string | undefined>) {
  const proposalId = proposalIdSchema.safeParse(params.proposalId).data;
  if (!proposalId) throw new AppError('not-found');
  return proposalId;
}

/** What is too much is taken in and thrown away, so that the sender reads why. */
async function readBytes({ headers, body }: Request): Promise<Uint8Array> {
  // A form of another site can send other types without asking first.
  const type = headers.get('content-type') ?? '';
  if (!/^application\/octet-stream\s*(?:;|$)/i.test(type)) throw new AppError('file-type');
  if (Number(headers.get('content-length') ?? 0) > PACKAGE_SIZE_MAX * PATIENCE) throw new AppError('file-too-large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > PACKAGE_SIZE_MAX * PATIENCE) break;
    if (size <= PACKAGE_SIZE_MAX) chunks.push(chunk);
  }
  if (size > PACKAGE_SIZE_MAX) throw new AppError('file-too-large');
  if (size === 0) throw new AppError('file-empty');
  return Buffer.concat(chunks);
}

export function servePackages({ app, personOf }: RouteServer, deps: Deps): void {
  const whoAsks = async (headers: Headers) => {
    const person = await personOf(headers);
    if (!person) throw new AppError('unauthenticated');
    return person;
  };

  app.post(packageCheckPath(':proposalId'), async ({ req, json }) => {
    const person = await whoAsks(req.raw.headers);
    const proposalId = proposalIn(req.param());
    // Before anything is taken in.
    assertMayCheck(deps, person, proposalId);
    const checked = checkPackage(deps, person, proposalId, await readBytes(req.raw));
    return json(checked, 200, { 'cache-control': 'no-store' });
  });

  app.get(packagePath(':proposalId', ':packageId'), async (context) => {
    const person = await whoAsks(context.req.raw.headers);
    const place = { proposalId: proposalIn(context.req.param()), packageId: context.req.param('packageId') ?? '' };
    const { name, zip } = openPackage(deps, person, place);
    return context.body(zip, 200, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
  });
}
