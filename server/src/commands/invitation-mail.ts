// The words of an invitation's mail. Plain text: every mail program shows it, and nothing in it can be disguised.
import type { Role } from '@adagia/shared/roles';

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
}): { subject: string; text: string } {
  const { title, inviter, role, message, link, expiresAt } = invitation;
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Brussels' }).format(expiresAt);
  const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
  return {
    subject: oneLine(`${inviter} invites you to the proposal ${title}`),
    text: [
      `${oneLine(inviter)} invites you to the Erasmus+ proposal "${oneLine(title)}", ${what[role]}.`,
      ...(message ? [message] : []),
      `Open this link to join:\n${link}`,
      `The link is for you alone, works once, and until ${date}.`,
    ].join('\n\n'),
  };
}
