// Beneath a field that saves itself: whether what it shows is saved, and what to do where it is not.
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../ui/show-problem.ts';
import classes from './partners.module.css';
import type { Autosave } from './use-autosave.ts';

interface SaveNoteProps {
  field: Autosave;
  /** What a stored value is called, where that is not itself. */
  nameOf?(value: string): string;
}

export function SaveNote({ field, nameOf = (value) => value }: SaveNoteProps) {
  const { t } = useTranslation('partners');
  // Tried again, as when the field is left: the words stay until they are answered, so that the button which is being pressed does not
  // move away from under the pointer.
  const isTriedAgain = field.state === 'saving' && field.error !== null;
  return (
    <div className={classes.saved} role="status" data-save={field.state}>
      {field.state === 'saving' && !isTriedAgain && t('save.saving')}
      {field.state === 'saved' && t('save.saved')}
      {(field.state === 'failed' || isTriedAgain) && (
        <>
          {t('save.failed', { reason: problemText(field.error) })}{' '}
          <NoteButton onClick={() => field.commit()}>{t('save.again')}</NoteButton>
        </>
      )}
      {field.state === 'meanwhile' && (
        <>
          {field.stored === '' ? t('save.meanwhileEmpty') : t('save.meanwhile', { value: nameOf(field.stored) })}
          <span className={classes.choice}>
            <NoteButton onClick={field.overwrite}>{t('save.keepMine')}</NoteButton>
            <NoteButton onClick={field.giveUp}>{t('save.takeTheirs')}</NoteButton>
          </span>
        </>
      )}
    </div>
  );
}

function NoteButton({ onClick, children }: { onClick(): void; children: string }) {
  return (
    <Anchor component="button" type="button" size="xs" onClick={onClick}>
      {children}
    </Anchor>
  );
}
