// A proposal with people in it on a running server, and a browser that is signed in as one of them.
import { acceptInvitation, createInvitation, importProposal } from '@adagia/shared/api/people';
import type { ProposalFileInput } from '@adagia/shared/exchange/proposal-file';
import type { Browser, BrowserContext } from '@playwright/test';
import type { RunningServer } from '../contenders/contender.ts';
import { Rest } from '../contenders/rest.ts';

export interface House {
  server: RunningServer;
  proposalId: string;
  /** Of the person at the screen, then of the others. */
  cookies: string[];
}

/** @param others people beside the owner, all of whom may write everywhere */
export async function furnish(server: RunningServer, file: ProposalFileInput, others: number): Promise<House> {
  const rest = new Rest(server);
  const cookies: string[] = [];
  for (let index = 0; index <= others; index += 1) cookies.push(await rest.signUp(index));
  const owner = cookies[0] ?? '';
  const { id: proposalId } = await rest.call<{ id: string }>(owner, importProposal, {}, file);
  for (const cookie of cookies.slice(1)) {
    const invitation = { role: 'editor', organisationId: null };
    const { link } = await rest.call<{ link: string }>(owner, createInvitation, { proposalId }, invitation);
    await rest.call(cookie, acceptInvitation, {}, { token: link.split('#')[1] });
  }
  return { server, proposalId, cookies };
}

/** Of the owner, with an empty cache. */
export async function signedIn(browser: Browser, { server, cookies }: House): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const pairs = (cookies[0] ?? '').split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url: `http://localhost:${server.port}` };
  });
  await context.addCookies(pairs);
  return context;
}
