// Dated packages: a version as one file, whose hash the server keeps with the moment and the person, so that a package that turns up
// later can be held against it. What they prove is in server/src/packages/PACKAGES.md.
import { z } from 'zod';
import { proposalIdSchema, userIdSchema } from '../ids.ts';
import { emptySchema, timestampSchema } from './names.ts';
import { defineRoute } from './route.ts';
import { versionIdSchema } from './versions.ts';

/** Bytes of a file that is checked. Ten times the package of the longest form with every answer at its limit. */
export const PACKAGE_SIZE_MAX = 12 * 1024 * 1024;

const packageIdSchema = z.uuid().brand<'PackageId'>();
export type PackageId = z.infer<typeof packageIdSchema>;

export const packageSchema = z.object({
  id: packageIdSchema,
  version: z.object({
    id: versionIdSchema,
    number: z.number().int(),
    at: timestampSchema,
    /** As it was called when the package was made. */
    name: z.string().nullable(),
  }),
  madeBy: z.object({ id: userIdSchema, name: z.string() }),
  /** By the server's own clock. */
  madeAt: timestampSchema,
  software: z.string(),
  /** SHA-256 over the list of all files, in hex: that of the file SHA256SUMS. */
  hash: z.string(),
});
export type DatedPackage = z.infer<typeof packageSchema>;

const inProposal = z.object({ proposalId: proposalIdSchema });

/** Newest first. */
export const listPackages = defineRoute({
  method: 'GET',
  path: '/api/proposals/:proposalId/packages',
  needs: 'timeline.read',
  params: inProposal,
  body: emptySchema,
  response: z.array(packageSchema),
});

/** Of a version, or of now, which becomes one. The same version once more is the same package, with its first moment. */
export const makePackage = defineRoute({
  method: 'POST',
  path: '/api/proposals/:proposalId/packages',
  needs: 'proposal.export',
  params: inProposal,
  body: z.object({ versionId: z.union([versionIdSchema, z.literal('now')]) }),
  response: packageSchema,
});

/** GET: the zip. */
export const packagePath = (proposalId: string, packageId: string): string =>
  `/api/proposals/${proposalId}/packages/${packageId}/file`;

/** POST of a zip as application/octet-stream. */
export const packageCheckPath = (proposalId: string): string => `/api/proposals/${proposalId}/packages/check`;

export const packageCheckSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('unchanged'), package: packageSchema }),
  z.object({
    outcome: z.literal('differs'),
    package: packageSchema,
    files: z.array(z.object({ name: z.string(), state: z.enum(['changed', 'missing', 'added']) })),
  }),
  /** None of this proposal's. */
  z.object({ outcome: z.literal('unknown') }),
]);
export type PackageCheck = z.infer<typeof packageCheckSchema>;
