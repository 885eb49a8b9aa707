// The letter of an invitation.
import type { Role } from '@adagia/shared/roles';
import { composeLetter, type Letter, oneLine } from '../mail/letter.ts';
import { localeOf, mailWords } from '../mail/words/mail-words.ts';

export function invitationMail(invitation: {
  /** Of the reader, as far as it is known. */
  language: string;
  title: string;
  inviter: string;
  role: Role;
  message: string;
  link: string;
  expiresAt: number;
  allowsGuests: boolean;
}): Letter {
  const { title, inviter, role, message, link, expiresAt, allowsGuests } = invitation;
  const { language, words } = mailWords(invitation.language);
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'Europe/Brussels' });
  return composeLetter({
    language,
    subject: words.inviteSubject(inviter, title),
    paragraphs: [
      words.inviteText(oneLine(inviter), oneLine(title), words.invitedTo[role]),
      ...(message ? [message] : []),
    ],
    action: { label: words.inviteAction, url: link },
    closing: [...(allowsGuests ? [words.inviteNoAccount] : []), words.inviteClosing(day.format(expiresAt))],
  });
}
