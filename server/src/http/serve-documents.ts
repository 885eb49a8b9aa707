// The bytes of documents, beside the REST contract: a stream in, a download out. Downloads are never shown inside a page of ours.
import { Readable } from 'node:stream';
import { documentPath, documentTypes, uploadQuerySchema } from '@adagia/shared/api/intake';
import { organisationIdSchema, proposalIdSchema } from '@adagia/shared/ids';
import type { Deps } from '../commands/deps.ts';
import { openDocument, uploadDocument } from '../commands/documents.ts';
import { dispositionOf } from '../uploads/safe-name.ts';
import { AppError } from './app-error.ts';
import { parseBody, type RouteServer } from './handle-route.ts';

/** How much larger a sender may announce a file to be and still be answered after sending it. */
const PATIENCE = 3;

const folder = documentPath(':proposalId', ':organisationId');

function placeOf(params: Record<string, string | undefined>) {
  const proposalId = proposalIdSchema.safeParse(params.proposalId).data;
  const organisationId = organisationIdSchema.safeParse(params.organisationId).data;
  if (!proposalId || !organisationId) throw new AppError('not-found');
  return { proposalId, organisationId };
}

/** A form of another site can send other types without asking first. */
function assertBytes(headers: Headers, sizeMax: number): void {
  const type = headers.get('content-type') ?? '';
  if (!/^application\/octet-stream\s*(?:;|$)/i.test(type)) throw new AppError('file-type');
  if (Number(headers.get('content-length') ?? 0) > sizeMax * PATIENCE) throw new AppError('file-too-large');
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

export function serveDocuments({ app, personOf }: RouteServer, deps: Deps): void {
  const whoAsks = async (headers: Headers) => {
    const person = await personOf(headers);
    if (!person) throw new AppError('unauthenticated');
    return person;
  };

  app.post(folder, async ({ req, json }) => {
    const person = await whoAsks(req.raw.headers);
    const place = placeOf(req.param());
    const { kind, name } = parseBody(uploadQuerySchema, req.query());
    assertBytes(req.raw.headers, deps.uploads.sizeMax);
    const bytes = req.raw.body ?? nothing();
    return json(await uploadDocument(deps, person, { ...place, kind, name, bytes }), 200, {
      'cache-control': 'no-store',
    });
  });

  app.get(`${folder}/:documentId`, async (context) => {
    const person = await whoAsks(context.req.raw.headers);
    const documentId = context.req.param('documentId');
    const { name, type, sizeBytes, stream } = await openDocument(deps, person, {
      ...placeOf(context.req.param()),
      documentId,
    });
    return context.body(Readable.toWeb(stream) as ReadableStream, 200, {
      'content-type': documentTypes[type].mime,
      'content-length': String(sizeBytes),
      'content-disposition': dispositionOf(name),
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
  });
}
