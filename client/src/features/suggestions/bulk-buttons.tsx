// Many suggestions at once, after a question that says how many.
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { askFirst } from '../../ui/ask-first.ts';
import type { PendingSuggestion } from './suggestion-index.ts';
import { changeSuggestions } from './suggestion-state.ts';
import { useDecide, type Verdict } from './use-decisions.tsx';
import { useSuggestionRights } from './use-suggestions.ts';

const questions = {
  accept: { all: 'acceptAll', ask: 'askAccept', text: 'acceptText', confirm: 'accept' },
  reject: { all: 'rejectAll', ask: 'askReject', text: 'rejectText', confirm: 'reject' },
  withdraw: { all: 'withdrawAll', ask: 'askWithdraw', text: 'withdrawText', confirm: 'withdraw' },
} as const;

/** @param shown those that I may not decide on are left out, and not counted */
export function BulkButtons({ shown }: { shown: readonly PendingSuggestion[] }) {
  const { mayDecide, mayWithdraw } = useSuggestionRights();
  const decidable = shown.filter(mayDecide);
  const own = shown.filter(mayWithdraw);
  return (
    <Group gap="xs">
      {decidable.length > 0 && <BulkButton verdict="accept" chosen={decidable} />}
      {decidable.length > 0 && <BulkButton verdict="reject" chosen={decidable} />}
      {decidable.length === 0 && own.length > 0 && <BulkButton verdict="withdraw" chosen={own} />}
    </Group>
  );
}

function BulkButton({ verdict, chosen }: { verdict: Verdict; chosen: readonly PendingSuggestion[] }) {
  const { t } = useTranslation('suggestionCards');
  const decideAll = useDecide();
  const count = chosen.length;
  const { all, ask, text, confirm } = questions[verdict];
  const onConfirm = () => {
    changeSuggestions({ active: null });
    decideAll(chosen, verdict);
  };
  return (
    <Button
      size="compact-sm"
      variant={verdict === 'accept' ? 'light' : 'default'}
      onClick={() => askFirst({ title: t(ask, { count }), text: t(text), confirm: t(confirm), onConfirm })}
    >
      {t(all, { count })}
    </Button>
  );
}
