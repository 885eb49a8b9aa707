// The carets of the others, answer by answer: one listener for the whole proposal, which wakes only the editors of the
// answers where a caret came, went or moved.
import { type AnswerKey, answerKeySchema } from '@adagia/shared/answer-key';
import type { UserId } from '@adagia/shared/ids';
import * as Y from 'yjs';
import { z } from 'zod';
import type { Presence, ProposalSession } from '../../session/proposal-session.ts';
import { readPresence } from './people-here.ts';

export interface RemoteCaret {
  clientId: number;
  userId: UserId;
  name: string;
  /** '#rrggbb', the colour of the avatar. */
  colour: string;
  /** Positions that stay with the characters they stand at. */
  anchor: Y.RelativePosition;
  head: Y.RelativePosition;
  /** Another one when the person has moved, the same when only the text around them did. */
  moved: string;
}

interface Placed extends RemoteCaret {
  key: AnswerKey;
}

const idSchema = z.object({ client: z.number().int().min(0), clock: z.number().int().min(0) }).nullish();
/** What `Y.relativePositionToJSON` writes. Others could send anything, and Yjs would trip over it. */
const positionSchema = z.object({
  item: idSchema,
  type: idSchema,
  tname: z.string().nullish(),
  assoc: z.number().int().optional(),
});

function positionOf(json: unknown): Y.RelativePosition | null {
  const parsed = positionSchema.safeParse(json);
  return parsed.success ? Y.createRelativePositionFromJSON(json) : null;
}

function readCaret(clientId: number, { user, place }: Presence): Placed | null {
  if (place?.kind !== 'answer') return null;
  const key = answerKeySchema.safeParse(place.key);
  const anchor = positionOf(place.anchor);
  const head = positionOf(place.head);
  if (!key.success || !anchor || !head) return null;
  const moved = JSON.stringify([key.data, place.anchor, place.head]);
  return { clientId, userId: user.id, name: user.name, colour: user.colour, anchor, head, moved, key: key.data };
}

export class CaretHub {
  readonly #session: ProposalSession;
  readonly #carets = new Map<number, Placed>();
  readonly #listeners = new Map<AnswerKey, Set<() => void>>();

  constructor(session: ProposalSession) {
    this.#session = session;
    const { awareness } = session;
    for (const clientId of awareness.getStates().keys()) this.#take(clientId);
    awareness.on('change', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
      const touched = new Set<AnswerKey>();
      for (const clientId of [...added, ...updated, ...removed]) {
        for (const key of this.#take(clientId)) touched.add(key);
      }
      for (const key of touched) for (const listener of this.#listeners.get(key) ?? []) listener();
    });
  }

  /** @returns the answers in which something is to be drawn anew. */
  #take(clientId: number): AnswerKey[] {
    const { awareness } = this.#session;
    if (clientId === awareness.clientID) return [];
    const before = this.#carets.get(clientId);
    const presence = readPresence(awareness.getStates().get(clientId));
    const now = presence && readCaret(clientId, presence);
    if (before && now && before.moved === now.moved && before.name === now.name) return [];
    if (now) this.#carets.set(clientId, now);
    else this.#carets.delete(clientId);
    return [before, now].flatMap((caret) => (caret ? [caret.key] : []));
  }

  in(key: AnswerKey): RemoteCaret[] {
    return [...this.#carets.values()].filter((caret) => caret.key === key);
  }

  subscribe(key: AnswerKey, listener: () => void): () => void {
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    return () => listeners.delete(listener);
  }
}

const hubs = new WeakMap<ProposalSession, CaretHub>();

export function caretHubOf(session: ProposalSession): CaretHub {
  const hub = hubs.get(session) ?? new CaretHub(session);
  hubs.set(session, hub);
  return hub;
}

/** @returns where a position is in the text now, null when it is in another text. */
export function offsetOf(position: Y.RelativePosition, ytext: Y.Text): number | null {
  if (!ytext.doc) return null;
  const absolute = Y.createAbsolutePositionFromRelativePosition(position, ytext.doc);
  return absolute?.type === ytext ? absolute.index : null;
}
