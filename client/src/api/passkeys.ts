// Passkeys: what the server asks goes to the device, and what the device says goes back. The library is fetched when it is needed.
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { postAuth } from './accounts.ts';

const library = () => import('@simplewebauthn/browser');

export const hasPasskeys = (): boolean => 'PublicKeyCredential' in globalThis;

/** Asks the device at once. @throws what the browser says when the person closes its window */
export async function signInByPasskey(): Promise<void> {
  await answerChallenge(false);
}

/**
 * Offers passkeys among what the browser fills in for the address, and resolves when one was taken.
 * @returns false where the browser cannot do that
 */
export async function offerPasskeys(): Promise<boolean> {
  if (!hasPasskeys()) return false;
  const { browserSupportsWebAuthnAutofill } = await library();
  if (!(await browserSupportsWebAuthnAutofill())) return false;
  await answerChallenge(true);
  return true;
}

/** Another offer that is open is taken back by the library. */
async function answerChallenge(useBrowserAutofill: boolean): Promise<void> {
  const { startAuthentication } = await library();
  const optionsJSON = (await postAuth('passkey/generate-authenticate-options')) as unknown;
  const response = await startAuthentication({
    optionsJSON: optionsJSON as PublicKeyCredentialRequestOptionsJSON,
    useBrowserAutofill,
  });
  await postAuth('passkey/verify-authentication', { response });
}

export async function addPasskey(name: string): Promise<void> {
  const { startRegistration } = await library();
  const optionsJSON = (await postAuth('passkey/generate-register-options')) as unknown;
  const response = await startRegistration({ optionsJSON: optionsJSON as PublicKeyCredentialCreationOptionsJSON });
  await postAuth('passkey/verify-registration', { response, name });
}

export async function withdrawOffer(): Promise<void> {
  const { WebAuthnAbortService } = await library();
  WebAuthnAbortService.cancelCeremony();
}
