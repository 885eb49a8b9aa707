// What the pages ask the server for, and what they change there. Keys are [proposal id, topic]: a hint over the socket makes
// everything of its topic fresh.
import { getIntake } from '@adagia/shared/api/intake';
import { listMails } from '@adagia/shared/api/mail';
import { changeNoticeSettings } from '@adagia/shared/api/notices';
import * as people from '@adagia/shared/api/people';
import * as review from '@adagia/shared/api/review';
import { listMyTasks } from '@adagia/shared/api/tasks';
import type { ProposalId } from '@adagia/shared/ids';
import type { HintTopic } from '@adagia/shared/wire/messages';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followAccount } from '../i18n/languages.ts';
import { deviceTimeZone, followTimeZone } from '../i18n/time-zone.ts';
import type { ProposalSession } from '../session/proposal-session.ts';
import { ApiError, callApi, callApiOrKept } from './call.ts';
import { queryClient } from './query-client.ts';

const ME = ['me'];
const PROPOSALS = ['proposals'];
export const INBOX = ['notices'];
const TASKS = ['tasks'];

async function askMe() {
  const me = await callApi(people.getMe, {}, {});
  followAccount(me.language);
  if (followTimeZone(me)) tellTimeZone();
  return me;
}
/** Nobody waits for it: until it has arrived the next digest comes at eight elsewhere. */
function tellTimeZone(): void {
  callApi(changeNoticeSettings, {}, { deviceTimeZone: deviceTimeZone() }).catch(() => undefined);
}
const meQuery = queryOptions({ queryKey: ME, queryFn: askMe });

export function useMe() {
  return useQuery(meQuery);
}

/** Milliseconds between two looks whether the server is back: somebody waits before a list that may be old. */
const ASK_AGAIN_MS = 5000;

/**
 * Milliseconds. The list has no socket: deadlines, readiness and who is there come to an open page within a minute, which nobody
 * waits for, and at once when somebody comes to it.
 */
const LIST_FRESH_MS = 60_000;

const proposalsQuery = queryOptions({
  queryKey: PROPOSALS,
  queryFn: () => callApiOrKept(people.listProposals, {}, {}),
  refetchInterval: ({ state }) => (state.error || state.data?.keptAt ? ASK_AGAIN_MS : LIST_FRESH_MS),
  refetchOnReconnect: 'always',
  refetchOnMount: 'always',
  refetchOnWindowFocus: 'always',
});

/** Says how old the list is when the server cannot be reached, and asks for it again until it can. */
export function useProposals() {
  return useQuery(proposalsQuery);
}

/** Whoever opens a proposal finds it in their list without network too, also when they have never looked at the list since. */
export function useKeptList(proposalId: ProposalId): void {
  useEffect(() => {
    const known = queryClient.getQueryData(proposalsQuery.queryKey);
    if (!known?.value.some(({ id }) => id === proposalId)) {
      void queryClient.prefetchQuery({ ...proposalsQuery, staleTime: 0 });
    }
  }, [proposalId]);
}

const proposalQuery = (proposalId: ProposalId) =>
  queryOptions({
    queryKey: [proposalId, 'people', 'proposal'],
    queryFn: () => callApi(people.getProposal, { proposalId }, {}),
  });

export function useProposalQuery(proposalId: ProposalId) {
  return useQuery(proposalQuery(proposalId));
}

/** Before there is anything to draw: who is there, and what the proposal is. What is refused is told by those who show it. */
export function askForProposal(proposalId: ProposalId): void {
  void queryClient.prefetchQuery(meQuery);
  void queryClient.prefetchQuery(proposalQuery(proposalId));
}

/** What is collected from the partners: of all for coordinators, of one's own organisation for others. */
export function useIntakeQuery(proposalId: ProposalId) {
  return useQuery({
    queryKey: [proposalId, 'people', 'intake'],
    queryFn: () => callApi(getIntake, { proposalId }, {}),
  });
}

export function useInvitations(proposalId: ProposalId, isEnabled: boolean) {
  return useQuery({
    queryKey: [proposalId, 'people', 'invitations'],
    queryFn: () => callApi(people.listInvitations, { proposalId }, {}),
    enabled: isEnabled,
  });
}

export function useMails(proposalId: ProposalId, isEnabled: boolean) {
  return useQuery({
    queryKey: [proposalId, 'people', 'mails'],
    queryFn: () => callApi(listMails, { proposalId }, {}),
    enabled: isEnabled,
  });
}

export function useAnswerStates(proposalId: ProposalId) {
  return useQuery({
    queryKey: [proposalId, 'answers'],
    queryFn: () => callApi(review.listAnswerStates, { proposalId }, {}),
  });
}

export function useThreads(proposalId: ProposalId) {
  return useQuery({
    queryKey: [proposalId, 'comments'],
    queryFn: () => callApi(review.listThreads, { proposalId }, {}),
  });
}

/** What one's own change makes of the threads, before the server is asked again. */
export function changeThreads(proposalId: ProposalId, change: (threads: review.Thread[]) => review.Thread[]): void {
  queryClient.setQueryData<review.Thread[]>([proposalId, 'comments'], (threads) => threads && change(threads));
}

/** Of all of my proposals, which no single one tells of: asked for again whenever I come to them. */
export const useMyTasks = () =>
  useQuery({
    queryKey: TASKS,
    queryFn: () => callApi(listMyTasks, {}, {}),
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
  });
export const refreshTasks = (): Promise<void> => queryClient.invalidateQueries({ queryKey: TASKS });

/** The key under which what a topic is about is kept. */
const keyOf = (topic: HintTopic) => (topic === 'proposal' ? 'people' : topic);

/** Everything of a topic is asked for again. */
export function refresh(proposalId: ProposalId, topic: HintTopic): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: [proposalId, keyOf(topic)] });
}

/** What was answered last: whoever asked has no session any more. */
export function isSignedOut(proposalId: ProposalId): boolean {
  const error = queryClient.getQueryState(proposalQuery(proposalId).queryKey)?.error;
  return error instanceof ApiError && error.problem?.code === 'unauthenticated';
}

/** Signing in or out: nothing of the other person may be shown. */
export function forgetEverything(): void {
  queryClient.clear();
}

export function refreshProposals(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: PROPOSALS });
}

/** Topics with which a line may come into somebody's inbox. */
const telling = ['comments', 'answers', 'people'] as const;

/** Milliseconds. On a page that is never idle what is hinted at is asked for all the same. */
const HINTS_WAIT_MS = 200;

function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(work, HINTS_WAIT_MS);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(work, { timeout: HINTS_WAIT_MS });
  return () => cancelIdleCallback(request);
}

/**
 * While a proposal is open, what the server hints at becomes fresh. Hints that come together are one question each: a welcome
 * brings all topics, two of which are kept under one key, in the moment in which somebody is about to write.
 */
export function useHints(session: ProposalSession | null): void {
  useEffect(() => {
    if (!session) return undefined;
    const keys = new Set<ReturnType<typeof keyOf>>();
    let cancel: (() => void) | null = null;
    const ask = () => {
      cancel = null;
      for (const key of keys) void refresh(session.proposalId, key);
      // What people did may be told to me: a comment that names me, an answer that is mine now.
      if (telling.some((key) => keys.has(key))) void queryClient.invalidateQueries({ queryKey: INBOX });
      keys.clear();
    };
    const stop = session.onHint((topic) => {
      keys.add(keyOf(topic));
      cancel ??= whenIdle(ask);
    });
    return () => {
      stop();
      cancel?.();
    };
  }, [session]);
}
