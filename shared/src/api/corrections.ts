// Putting figures of the programme right for this installation, without a release: for its administrators.
import { z } from 'zod';
import { userIdSchema } from '../ids.ts';
import { correctedValueSchema } from '../programme/corrections.ts';
import { emptySchema, nameSchema, okSchema, timestampSchema } from './names.ts';
import { defineRoute } from './route.ts';

export const correctionEntrySchema = z.object({
  id: z.uuid(),
  callId: z.string(),
  path: z.string(),
  value: correctedValueSchema,
  source: z.string(),
  reason: z.string(),
  by: userIdSchema,
  byName: z.string(),
  at: timestampSchema,
  /** null while it holds. Ended by another one of the same figure, or taken back. */
  endedAt: timestampSchema.nullable(),
  endedByName: z.string(),
});
export type CorrectionEntry = z.infer<typeof correctionEntrySchema>;

/** The history of all figures, the newest first. */
export const listCorrections = defineRoute({
  method: 'GET',
  path: '/api/installation/corrections',
  needs: 'installation.manage',
  params: emptySchema,
  body: emptySchema,
  response: z.array(correctionEntrySchema),
});
/** 400 invalid-body where the call would not be whole with it: the issues say why. */
export const correctFigure = defineRoute({
  method: 'POST',
  path: '/api/installation/corrections',
  needs: 'installation.manage',
  params: emptySchema,
  body: z.object({
    callId: z.string().max(40),
    path: z.string().min(1).max(200),
    value: correctedValueSchema,
    source: nameSchema,
    reason: nameSchema,
  }),
  response: z.object({ id: z.uuid() }),
});
/** The figure of the product counts again. 404 when it has ended already. */
export const takeBackCorrection = defineRoute({
  method: 'DELETE',
  path: '/api/installation/corrections/:correctionId',
  needs: 'installation.manage',
  params: z.object({ correctionId: z.uuid() }),
  body: emptySchema,
  response: okSchema,
});
