// Inviting somebody from where they are missed, beside what one was about to write.
import type { OrganisationId } from '@adagia/shared/ids';
import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PassingDialog } from '../../ui/passing-dialog.tsx';
import { isEmailLike } from '../entering/is-email-like.ts';
import { InviteForm } from './invite-form.tsx';

interface InviteDialogProps {
  /** An address, or another name of theirs, which the form has no use for. */
  who: { name: string; organisationId: OrganisationId | null };
  onClose(): void;
}

/** What is clicked and typed here is nothing to the card that it was opened from: React lets events through portals. */
const stop = (event: SyntheticEvent) => event.stopPropagation();

export function InviteDialog({ who: { name, organisationId }, onClose }: InviteDialogProps) {
  const { t } = useTranslation('people');
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it has no part in the page
    <div onClick={stop} onMouseDown={stop} onFocus={stop} onKeyDown={stop}>
      <PassingDialog onClose={onClose} title={t('inviteTitle')} size="lg">
        <InviteForm first={{ email: isEmailLike(name) ? name : '', organisationId }} />
      </PassingDialog>
    </div>
  );
}
