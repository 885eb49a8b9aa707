// A session around a bare document and awareness, without a server: others are added as their states would arrive.
import { proposalIdSchema, type UserId } from '@adagia/shared/ids';
import { personColour } from '@adagia/shared/person-colour';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { observable } from '../../../session/observable-value.ts';
import type { Place, ProposalSession, SaveState } from '../../../session/proposal-session.ts';

export interface BareSession extends ProposalSession {
  /** Places that were told to the others. */
  readonly told: Place[];
  /** What arrives of a connection; null: it has gone. */
  receive(clientId: number, state: unknown): void;
}

export function presenceOf(id: string, name: string, place?: unknown): Record<string, unknown> {
  return { user: { id, name, organisationId: null, colour: personColour(id) }, ...(place !== undefined && { place }) };
}

export const userId = (id: string): UserId => id as UserId;

export function bareSession(): BareSession {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const told: Place[] = [];
  return {
    proposalId: proposalIdSchema.parse('00000000-0000-7000-8000-000000000000'),
    doc,
    awareness,
    isReady: observable(true),
    saveState: observable<SaveState>({ kind: 'saved' }),
    canWrite: observable(true),
    refused: observable([]),
    isBlocked: observable(false),
    isLarge: observable(false),
    reloadedFor: observable(null),
    keepsCopy: observable(true),
    told,
    onHint: () => () => undefined,
    dismissRefused: () => undefined,
    setPlace: (place) => told.push(place),
    close: () => awareness.destroy(),
    receive(clientId, state) {
      const isNew = !awareness.getStates().has(clientId);
      if (state === null) awareness.getStates().delete(clientId);
      else awareness.getStates().set(clientId, state as Record<string, unknown>);
      const clock = (awareness.meta.get(clientId)?.clock ?? 0) + 1;
      awareness.meta.set(clientId, { clock, lastUpdated: clock });
      const name = state === null ? 'removed' : isNew ? 'added' : 'updated';
      awareness.emit('change', [{ added: [], updated: [], removed: [], [name]: [clientId] }, 'test']);
    },
  };
}
