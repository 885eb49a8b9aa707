// What a field for a comment knows of the '@' before its caret: whom it may mean, which of them the keys are at, and taking one.
import type { OrganisationId } from '@adagia/shared/ids';
import { can } from '@adagia/shared/roles';
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useProposal } from '../../../app/proposal-context.ts';
import { choicesFor, isSomebody, type MentionChoice } from './mention-choices.ts';
import { completed, type Mention, mentionAt } from './mention-query.ts';

/** Who is to be invited: as far as it was typed, or of which organisation. */
export interface Invitee {
  name: string;
  organisationId: OrganisationId | null;
}

interface MentionInput {
  value: string;
  field: RefObject<HTMLTextAreaElement | null>;
  onChange(text: string): void;
  onInvite(who: Invitee): void;
}

export function useMention({ value, field, onChange, onInvite }: MentionInput) {
  const { proposal, me } = useProposal();
  const [mention, setMention] = useState<Mention | null>(null);
  const [moved, setMoved] = useState<number | null>(null);
  const caret = useRef<number | null>(null);
  const people = proposal.members.filter(({ userId }) => userId !== me.id);
  const canInvite = can(proposal.role, 'invitation.manage');
  const query = mention?.query ?? '';
  const choices = mention ? choicesFor(query, { people, organisations: proposal.organisations, canInvite }) : [];
  // Enter behind a word that is nobody's name is a new line: an invitation is for who goes to it.
  const chosen = moved ?? (choices[0]?.kind === 'invite' ? -1 : 0);
  const look = () => {
    const { value: text = '', selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
    setMention(selectionStart === selectionEnd ? mentionAt(text, selectionStart) : null);
    setMoved(null);
  };
  const take = (choice: MentionChoice) => {
    if (!mention) return;
    setMention(null);
    if (choice.kind === 'invite') return onInvite({ name: choice.name, organisationId: null });
    const next = completed(value, mention, choice.name);
    caret.current = next.caret;
    onChange(next.text);
    const isEmpty = choice.kind === 'organisation' && !choice.hasPeople;
    if (isEmpty && canInvite) onInvite({ name: '', organisationId: choice.id as OrganisationId });
  };
  // Once the field shows the name: before, its end is elsewhere.
  useLayoutEffect(() => {
    if (caret.current === null) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  const isNobody = mention !== null && choices.length === 0 && !canInvite && isSomebody(query);
  return { choices, query, isNobody, chosen, move: setMoved, look, take, leave: () => setMention(null) };
}

export type MentionList = ReturnType<typeof useMention>;

/** @returns whether the list took it */
export function takesKey(event: KeyboardEvent, { choices, chosen, move, take, leave }: MentionList): boolean {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.nativeEvent.isComposing;
  if (choices.length === 0 || !isPlain) return false;
  const choice = choices[chosen];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) move((Math.max(chosen, step > 0 ? -1 : 0) + step + choices.length) % choices.length);
  else if (choice && (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey))) take(choice);
  else if (event.key === 'Escape') leave();
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}
