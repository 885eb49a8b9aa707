// The calls to choose from, and what one should know before choosing one.
import { calls, findCall } from '@adagia/shared/programme/calls';
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** By what the action is called; within it in the order of the calls, the likeliest first. */
export const callChoices = [...new Set(calls.map(({ actionLabel }) => actionLabel))].map((group) => ({
  group,
  items: calls
    .filter(({ actionLabel }) => actionLabel === group)
    .map(({ id, action, actionLabel, year }) => ({ value: id, label: `${action} ${year}: ${actionLabel}` })),
}));

/** Nothing where there is nothing to say. */
export function CallNote({ callId }: { callId: string }) {
  const { t } = useTranslation('shell');
  const call = findCall(callId);
  const before = findCall(call?.copyOf ?? '')?.year;
  if (!call || (!before && !call.isOver)) return null;
  return (
    <Alert color="yellow" role="status">
      {before ? t('callIsCopy', { year: call.year, before }) : t('callIsOver')}
    </Alert>
  );
}
