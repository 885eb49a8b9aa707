// The words of an invitation's mail.
import type { Role } from '@adagia/shared/roles';
import { composeLetter, type Letter, oneLine } from '../mail/letter.ts';

const what: Record<Role, string> = {
  coordinator: 'to coordinate it',
  editor: 'to write it together',
  suggester: 'to read, comment and suggest changes',
  commenter: 'to read and comment on it',
  viewer: 'to read it',
  guest: 'to write your part of it',
};

export function invitationMail(invitation: {
  title: string;
  inviter: string;
  role: Role;
  message: string;
  link: string;
  expiresAt: number;
  allowsGuests: boolean;
}): Letter {
  const { title, inviter, role, message, link, expiresAt, allowsGuests } = invitation;
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Brussels' }).format(expiresAt);
  return composeLetter({
    language: 'en',
    subject: `${inviter} invites you to the proposal ${title}`,
    paragraphs: [
      `${oneLine(inviter)} invites you to the Erasmus+ proposal "${oneLine(title)}", ${what[role]}.`,
      ...(message ? [message] : []),
    ],
    action: { label: 'Open this link to join', url: link },
    closing: [
      ...(allowsGuests ? ['You need no account: your name is enough.'] : []),
      `The link is for you alone, works once, and until ${date}.`,
    ],
  });
}
