// What stands in the link of a mail by which one unsubscribes without signing in: whose it is and what it ends, signed. It gives
// nothing else, so it never expires; a mail of last year must still be stoppable.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { unsubscribeScopeSchema } from '@adagia/shared/api/notices';
import { z } from 'zod';

const contentSchema = z.object({
  u: z.string().min(1),
  s: unsubscribeScopeSchema,
  /** For a section: of which proposal, and which one. */
  p: z.string().optional(),
  n: z.string().optional(),
});
export interface Unsubscribing {
  userId: string;
  scope: z.infer<typeof unsubscribeScopeSchema>;
  proposalId: string;
  sectionId: string;
}

export interface UnsubscribeTokens {
  make(what: Pick<Unsubscribing, 'userId' | 'scope'> & Partial<Unsubscribing>): string;
  /** null for what nobody here has signed. */
  read(token: string): Unsubscribing | null;
}

/** @param secret of the installation; a key of its own is derived, so that no signature serves anywhere else */
export function unsubscribeTokens(secret: string): UnsubscribeTokens {
  const key = createHmac('sha256', secret).update('unsubscribe').digest();
  const sign = (content: string) => createHmac('sha256', key).update(content).digest();
  return {
    make({ userId, scope, proposalId, sectionId }) {
      const content = JSON.stringify({
        u: userId,
        s: scope,
        ...(proposalId && { p: proposalId }),
        ...(sectionId && { n: sectionId }),
      });
      return `${Buffer.from(content).toString('base64url')}.${sign(content).toString('base64url')}`;
    },
    read(token) {
      const [body = '', signature = ''] = token.split('.');
      const content = Buffer.from(body, 'base64url').toString();
      const given = Buffer.from(signature, 'base64url');
      const wanted = sign(content);
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
      const { u, s, p = '', n = '' } = contentSchema.parse(JSON.parse(content));
      return { userId: u, scope: s, proposalId: p, sectionId: n };
    },
  };
}
