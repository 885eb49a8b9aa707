// The deadline that the partners set themselves, where that of the call has passed or is another one at their agency.
import { FACTS, OWN_DEADLINE } from '@adagia/shared/document';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../app/proposal-context.ts';
import { useCanWriteAt } from '../app/use-writing-rights.ts';
import { setFields } from '../session/use-fields.ts';
import { ownDeadline } from './deadline.ts';

/** @param value as it is kept, '' for none */
export function OwnDeadline({ value }: { value: string }) {
  const { t } = useTranslation('shell');
  const { session } = useProposal();
  const canWrite = useCanWriteAt(FACTS, OWN_DEADLINE);
  const [draft, setDraft] = useState<string | null>(null);
  if (!canWrite) return null;
  const keep = () => {
    setDraft(null);
    // Half a date is no date yet.
    if (draft !== null && ownDeadline(draft)) setFields(session, FACTS, { [OWN_DEADLINE]: draft });
  };
  return (
    <>
      <TextInput
        type="datetime-local"
        size="sm"
        mt="xs"
        label={t('deadlineOwn')}
        description={t('deadlineOwnHint')}
        value={draft ?? value}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      {value && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => setFields(session, FACTS, { [OWN_DEADLINE]: undefined })}
        >
          {t('deadlineOwnClear')}
        </Button>
      )}
    </>
  );
}
