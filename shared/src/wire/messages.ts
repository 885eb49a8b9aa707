// What travels over `/sync/<proposal id>`. Types 0 to 3 are the y-websocket protocol, unchanged, so that a stock client
// joins. Ours start at 100 and are sent only to connections that asked for them with `?adagia=<WIRE_VERSION>`.
// PROTOCOL.md (server/src/sync) has the rules in prose. No I/O here.

/** Changes whenever a message of ours changes its form; a client with another number is closed with 4426. */
export const WIRE_VERSION = 5;

export const messageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** Server → client. varUint n: the first n document frames (sync step 2 and update) of this connection are on disk. */
  ack: 100,
  /** Server → client. varString topic: what was kept in SQL has changed, ask again. At most once; see `hintTopics`. */
  hint: 101,
  /** Server → client. varString JSON of `Welcome`, the first message of a connection. */
  welcome: 102,
  /** Client → server. varString: `contentHash` of its document, while everything of it is acknowledged. */
  compare: 103,
  /** Server → client. varUint: index in `comparisons`. */
  compared: 104,
} as const;

export const syncType = { step1: 0, step2: 1, update: 2 } as const;

/** later: the server has compared for somebody a moment ago, and has no time for it now. */
export const comparisons = ['equal', 'different', 'later'] as const;
export type ComparisonName = (typeof comparisons)[number];

/** What a hint is about; the client re-reads the matching REST resource. */
export const hintTopics = ['comments', 'answers', 'people', 'timeline', 'proposal'] as const;
export type HintTopic = (typeof hintTopics)[number];

export interface Welcome {
  /** Changes when a backup was restored: a local copy of another generation must not be merged. */
  generation: string;
  /** False: the server refuses document frames of this connection, the view is read-only. */
  canWrite: boolean;
  /** The document is above `limits.documentSizeWarning`: people are told before it is full. */
  isLarge: boolean;
}
