// What a coordinator chose for an invitation, and making it.
import { createInvitation } from '@adagia/shared/api/people';
import type { OrganisationId } from '@adagia/shared/ids';
import type { Language } from '@adagia/shared/languages';
import { can, type Role } from '@adagia/shared/roles';
import { type FormEvent, useState } from 'react';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { showProblem } from '../../ui/show-problem.ts';

export interface Invite {
  isForMany: boolean;
  email: string;
  label: string;
  message: string;
  days: number;
  role: Role;
  organisationId: OrganisationId | null;
  sectionIds: string[];
  /** '' for any number. */
  usesMax: number | '';
  allowsGuests: boolean;
  /** Of the mail; '' for the inviter's own. */
  language: Language | '';
}

const first: Invite = {
  isForMany: false,
  email: '',
  label: '',
  message: '',
  days: 14,
  role: 'editor',
  organisationId: null,
  sectionIds: [],
  usesMax: '',
  allowsGuests: true,
  language: '',
};

/** A link goes further than one means it to: it opens the least at first. */
export function forMany(invite: Invite, isForMany: boolean): Invite {
  return { ...invite, isForMany, role: isForMany ? 'guest' : 'editor', sectionIds: [] };
}

function bodyOf(invite: Invite) {
  const { isForMany, role, organisationId, email, label, message, days, sectionIds, usesMax, allowsGuests } = invite;
  const { language } = invite;
  const writes = can(role, 'content.write') && role !== 'coordinator';
  return {
    role,
    organisationId,
    email: isForMany ? '' : email.trim(),
    label: isForMany ? label.trim() : '',
    message: isForMany ? '' : message,
    expiresInDays: days,
    sectionIds: writes && sectionIds.length > 0 ? sectionIds : null,
    usesMax: isForMany ? usesMax || null : 1,
    allowsGuests: allowsGuests && role !== 'coordinator',
    language: isForMany ? ('' as const) : language,
  };
}

export function useInviteForm(known?: Partial<Invite>) {
  const { proposal } = useProposal();
  const [invite, setInvite] = useState<Invite>({ ...first, ...known });
  const [link, setLink] = useState('');
  const [isBusy, setBusy] = useState(false);
  const isEmailWrong = !invite.isForMany && invite.email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(invite.email.trim());
  const change = (more: Partial<Invite>) => setInvite((before) => ({ ...before, ...more }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isEmailWrong) return;
    setBusy(true);
    try {
      const created = await callApi(createInvitation, { proposalId: proposal.id }, bodyOf(invite));
      setLink(created.link);
      change({ email: '', message: '', label: '' });
      await refresh(proposal.id, 'people');
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { invite, change, setInvite, link, isBusy, isEmailWrong, submit };
}
