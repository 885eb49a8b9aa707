// Signing in by another program that knows its people (OpenID Connect, any provider): what better-auth's plugin is told. The
// code travels with PKCE, state and nonce; the provider's signature under the id token is checked.
import { personNameSchema } from '@adagia/shared/api/person-name';
import { genericOAuth } from 'better-auth/plugins';
import type { OidcConfig } from '../config/read-config.ts';

/** In addresses: the provider is told `<public address>/api/auth/callback/oidc`. */
export const OIDC_ID = 'oidc';

export function oidcPlugin({ issuer, clientId, clientSecret, trustsEmail }: OidcConfig) {
  return genericOAuth({
    config: [
      {
        providerId: OIDC_ID,
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        clientId,
        ...(clientSecret ? { clientSecret } : { tokenEndpointAuth: { method: 'none' as const } }),
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        requireIdTokenVerification: true,
        // An address that the provider does not vouch for could be anybody's: no account is made or found by it.
        requireEmailVerification: true,
        mapProfileToUser: (profile: Record<string, unknown>) => ({
          emailVerified: profile.email_verified === true || trustsEmail,
          name: nameOf(profile),
        }),
      },
    ],
  });
}

/** The first that would do for people who type it. */
function nameOf({ name, preferred_username: username, email }: Record<string, unknown>): string {
  const mailbox = typeof email === 'string' ? email.split('@')[0] : '';
  for (const one of [name, username, mailbox]) {
    const given = personNameSchema.safeParse(one);
    if (given.success) return given.data;
  }
  return 'Nameless';
}
