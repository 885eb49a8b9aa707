// The tables that better-auth reads and writes through its own adapter, under the names it expects.
import { account, passkey, rateLimit, session, twoFactor, user, verification } from './schema.ts';

export const authTables = { user, session, account, verification, rateLimit, twoFactor, passkey };
