// What the pages about signing in and the account ask the server for.
import * as account from '@adagia/shared/api/account';
import { useQuery } from '@tanstack/react-query';
import { callApi } from './call.ts';
import { queryClient } from './query-client.ts';

/** Set with the server's environment: it changes with a restart at most. */
export function useSignInWays() {
  return useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: () => callApi(account.getSignInWays, {}, {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useAccount() {
  return useQuery({ queryKey: ['account'], queryFn: () => callApi(account.getAccount, {}, {}) });
}

export function useSessions() {
  return useQuery({
    queryKey: ['account', 'sessions'],
    queryFn: () => callApi(account.listSessions, {}, {}),
    staleTime: 0,
  });
}

export function useInstallationMails(isEnabled: boolean) {
  return useQuery({
    queryKey: ['account', 'mails'],
    queryFn: () => callApi(account.listInstallationMails, {}, {}),
    staleTime: 0,
    enabled: isEnabled,
  });
}

/** The account, its sessions and the person in the header. */
export async function refreshAccount(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['account'] });
  await queryClient.invalidateQueries({ queryKey: ['me'] });
}
