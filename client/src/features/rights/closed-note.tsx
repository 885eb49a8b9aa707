// Why somebody who writes elsewhere cannot write here: who locked it and when, or that it is others' to write.
import { can } from '@adagia/shared/roles';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useClosedWhy } from '../../app/use-writing-rights.ts';
import { useLockWords } from './lock-words.ts';
import classes from './rights.module.css';

interface ClosedNoteProps {
  root: string;
  mapKey?: string;
}

export function ClosedNote({ root, mapKey }: ClosedNoteProps) {
  const { t } = useTranslation('rights');
  const { proposal } = useProposal();
  const why = useClosedWhy(root, mapKey ?? null);
  const lockWords = useLockWords();
  if (!why) return null;
  const right = proposal.sections.find(({ sectionId }) => sectionId === why.lock?.sectionId);
  const others = t(can(proposal.role, 'comment.write') ? 'othersWrite' : 'othersWriteReader');
  return (
    <p className={classes.closed} data-closed={why.lock ? 'locked' : 'others'}>
      <IconLock size={16} aria-hidden />
      <span>{right ? lockWords(right) : others}</span>
    </p>
  );
}
