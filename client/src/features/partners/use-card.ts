// The card of one organisation: each field saves itself, and what the server answers is on this screen at once; the others hear by
// a hint. Fields that nobody changes follow what others do.
import { changeOrganisation, type Organisation, type Proposal } from '@adagia/shared/api/people';
import { useCallback } from 'react';
import type { z } from 'zod';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { queryClient } from '../../api/query-client.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { type Autosave, useAutosave } from './use-autosave.ts';

export type CardChange = z.input<(typeof changeOrganisation)['body']>;
/** Fields whose value is a text. */
export type TextField =
  | 'legalName'
  | 'legalNameLatin'
  | 'country'
  | 'city'
  | 'oid'
  | 'type'
  | 'established'
  | 'charter';

/** @returns saves a change of the card. Rejects with ApiError. */
export function useChangeCard(organisation: Organisation): (change: CardChange) => Promise<void> {
  const { proposal } = useProposal();
  const { id: proposalId } = proposal;
  const { id: organisationId } = organisation;
  return useCallback(
    async (change) => {
      const saved = await callApi(changeOrganisation, { proposalId, organisationId }, change);
      queryClient.setQueryData<Proposal>([proposalId, 'people', 'proposal'], (before) => {
        if (!before) return before;
        return { ...before, organisations: before.organisations.map((one) => (one.id === saved.id ? saved : one)) };
      });
      // Another applicant: the places of all have changed.
      if (change.role) await refresh(proposalId, 'people');
    },
    [proposalId, organisationId],
  );
}

export function useCardText(
  organisation: Organisation,
  field: TextField,
  isValid: (value: string) => boolean = () => true,
): Autosave {
  const change = useChangeCard(organisation);
  return useAutosave({ stored: organisation[field], isValid, save: (value) => change({ [field]: value }) });
}

/** null is the empty text. */
export function useCardNumber(organisation: Organisation, field: 'applications'): Autosave {
  const change = useChangeCard(organisation);
  const stored = String(organisation[field] ?? '');
  return useAutosave({ stored, save: (value) => change({ [field]: value === '' ? null : Number(value) }) });
}

const words = { true: 'yes', false: 'no', null: '' } as const;

/** 'yes', 'no', and the empty text while nobody has said. */
export function useCardAnswer(organisation: Organisation, field: 'publicBody' | 'nonProfit'): Autosave {
  const change = useChangeCard(organisation);
  const stored = words[`${organisation[field]}`];
  return useAutosave({ stored, save: (value) => change({ [field]: value === '' ? null : value === 'yes' }) });
}
