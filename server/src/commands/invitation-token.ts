// The secret of an invitation: 256 bits in the link, of which only a hash is stored. Whoever reads the database cannot join.
import { createHash, randomBytes } from 'node:crypto';

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
export const newToken = (): string => randomBytes(32).toString('hex');
