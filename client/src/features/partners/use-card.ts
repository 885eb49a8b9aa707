// The card of one organisation: each field saves itself, and what the server answers is on this screen at once; the others hear by
// a hint. Fields that nobody changes follow what others do.
import { changeOrganisation, type Organisation, type Proposal } from '@adagia/shared/api/people';
import { useCallback } from 'react';
import type { z } from 'zod';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { queryClient } from '../../api/query-client.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { seenWhenRefused } from './seen-when-refused.ts';
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
      const place = { proposalId, organisationId };
      const saved = await seenWhenRefused(proposalId, callApi(changeOrganisation, place, change));
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

interface FieldOptions {
  stored: string;
  isValid?(value: string): boolean;
  /** From what stands in the field to what the server keeps. */
  parse(value: string): unknown;
}

function useCardField(organisation: Organisation, field: string, { stored, isValid, parse }: FieldOptions): Autosave {
  const change = useChangeCard(organisation);
  return useAutosave(`${organisation.id}/${field}`, {
    stored,
    ...(isValid && { isValid }),
    save: (value, base) => {
      const was = base === null ? {} : { was: { [field]: parse(base) } };
      return change({ [field]: parse(value), ...was });
    },
  });
}

export function useCardText(
  organisation: Organisation,
  field: TextField,
  isValid: (value: string) => boolean = () => true,
): Autosave {
  return useCardField(organisation, field, { stored: organisation[field], isValid, parse: (value) => value });
}

/** null is the empty text. */
export function useCardNumber(organisation: Organisation, field: 'applications'): Autosave {
  const parse = (value: string) => (value === '' ? null : Number(value));
  return useCardField(organisation, field, { stored: String(organisation[field] ?? ''), parse });
}

const words = { true: 'yes', false: 'no', null: '' } as const;

/** 'yes', 'no', and the empty text while nobody has said. */
export function useCardAnswer(organisation: Organisation, field: 'publicBody' | 'nonProfit'): Autosave {
  const parse = (value: string) => (value === '' ? null : value === 'yes');
  return useCardField(organisation, field, { stored: words[`${organisation[field]}`], parse });
}

/** 'yes' or the empty text. */
export function useCardMark(organisation: Organisation, field: 'newcomer'): Autosave {
  return useCardField(organisation, field, {
    stored: organisation[field] ? 'yes' : '',
    parse: (value) => value === 'yes',
  });
}
