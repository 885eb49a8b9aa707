// Beneath a field that saves itself: whether what it shows is saved.
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../ui/show-problem.ts';
import classes from './partners.module.css';
import type { Autosave } from './use-autosave.ts';

export function SaveNote({ field }: { field: Autosave }) {
  const { t } = useTranslation('partners');
  return (
    <div className={classes.saved} role="status" data-save={field.state}>
      {field.state === 'saving' && t('save.saving')}
      {field.state === 'saved' && t('save.saved')}
      {field.state === 'failed' && (
        <>
          {t('save.failed', { reason: problemText(field.error) })}{' '}
          <Anchor component="button" type="button" size="xs" onClick={() => field.commit()}>
            {t('save.again')}
          </Anchor>
        </>
      )}
    </div>
  );
}
