// Letters that wait for the mail server lie in the database sealed: the links in them are keys, and whoever reads a copy of the database
// must not come in by them. AES-256-GCM, under a key of its own from the installation's secret.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Letter } from './letter.ts';

export interface LetterSeal {
  seal(letter: Letter): string;
  /** null for what was sealed under another secret, or was changed since. */
  open(sealed: string): Letter | null;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const letterSchema = z.object({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
});

export function letterSeal(secret: string): LetterSeal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'adagia letters', 32));
  return {
    seal(letter) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(JSON.stringify(letter), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const body =
          decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
        const { headers, ...letter } = letterSchema.parse(JSON.parse(body));
        return { ...letter, ...(headers && { headers }) };
      } catch {
        // Another key, or another text: the caller says what becomes of it.
        return null;
      }
    },
  };
}
