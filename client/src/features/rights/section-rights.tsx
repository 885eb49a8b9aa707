// Beside the title of a section: who answers for it, whether it is locked, and for coordinators the buttons for both.
import type { ShownSectionRight } from '@adagia/shared/api/rights';
import { can } from '@adagia/shared/roles';
import { ActionIcon, Badge } from '@mantine/core';
import { IconLock, IconLockOpen, IconUserEdit, IconUsers } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { withWords } from '../../i18n/with-words.ts';
import { useLockWords } from './lock-words.ts';
import classes from './rights.module.css';
import { useSectionActions } from './use-section-actions.ts';

/** Fetched when somebody opens it. */
const SectionRightsDialog = lazy(async () => ({
  default: (await withWords(import('./section-rights-dialog.tsx'))).SectionRightsDialog,
}));

interface SectionRightsProps {
  sectionId: string;
  /** As people call it. */
  name: string;
}

export function SectionRights({ sectionId, name }: SectionRightsProps) {
  const { proposal } = useProposal();
  const right = proposal.sections.find((one) => one.sectionId === sectionId);
  return (
    <span className={classes.beside}>
      {right && <Marks right={right} />}
      {can(proposal.role, 'section.assign') && <WritersButton sectionId={sectionId} name={name} right={right} />}
      {can(proposal.role, 'section.lock') && <LockButton sectionId={sectionId} name={name} right={right} />}
    </span>
  );
}

function Marks({ right }: { right: ShownSectionRight }) {
  const { t } = useTranslation('rights');
  const { proposal } = useProposal();
  const lockWords = useLockWords();
  const owner = proposal.members.find(({ userId }) => userId === right.ownerId);
  const circle = new Set([...(right.ownerId ? [right.ownerId] : []), ...right.writerIds]).size;
  return (
    <>
      {right.lockedBy && (
        <Badge color="orange" variant="light" tt="none" leftSection={<IconLock size={12} aria-hidden />}>
          {lockWords(right)}
        </Badge>
      )}
      {owner && (
        <Badge color="gray" variant="light" tt="none">
          {t('ownedBy', { name: owner.name })}
        </Badge>
      )}
      {right.isExclusive && (
        <Badge color="gray" variant="light" tt="none" leftSection={<IconUsers size={12} aria-hidden />}>
          {t('onlyWriters', { count: circle })}
        </Badge>
      )}
    </>
  );
}

interface ButtonProps extends SectionRightsProps {
  right: ShownSectionRight | undefined;
}

function LockButton({ sectionId, name, right }: ButtonProps) {
  const { t } = useTranslation('rights');
  const { setLocked } = useSectionActions(sectionId);
  const [isBusy, setBusy] = useState(false);
  const isLocked = Boolean(right?.lockedBy);
  const label = t(isLocked ? 'unlock' : 'lock', { section: name });
  const press = async () => {
    setBusy(true);
    await setLocked(!isLocked);
    setBusy(false);
  };
  return (
    <ActionIcon
      variant={isLocked ? 'light' : 'subtle'}
      color={isLocked ? 'orange' : 'gray'}
      aria-label={label}
      aria-pressed={isLocked}
      title={`${label}. ${t('lockHint')}`}
      // Not disabled: the focus would go to the page.
      data-busy={isBusy || undefined}
      onClick={() => !isBusy && void press()}
    >
      {isLocked ? <IconLock size={18} /> : <IconLockOpen size={18} />}
    </ActionIcon>
  );
}

function WritersButton({ sectionId, name, right }: ButtonProps) {
  const { t } = useTranslation('rights');
  const [isOpen, setOpen] = useState(false);
  const label = t('manage', { section: name });
  return (
    <>
      <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} onClick={() => setOpen(true)}>
        <IconUserEdit size={18} />
      </ActionIcon>
      {isOpen && (
        <Suspense fallback={null}>
          <SectionRightsDialog sectionId={sectionId} name={name} right={right} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
