// One cache for everything that REST answers. Refusals are not repeated; a lost network is.
import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './call.ts';

/** Milliseconds. Hints over the socket say when something changed; this only bounds what a lost hint can do. */
const STALE_AFTER_MS = 30_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: STALE_AFTER_MS,
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.problem),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
