// Asks the coordinators of a proposal to be let in. Says the same whether there is such a proposal or not.
import { requestAccess } from '@adagia/shared/api/entering';
import type { Me } from '@adagia/shared/api/people';
import type { ProposalId } from '@adagia/shared/ids';
import { Button, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { showProblem } from '../../ui/show-problem.ts';
import { useNameFault } from '../../ui/use-name-fault.ts';
import { isEmailLike } from './is-email-like.ts';

const MESSAGE_MAX = 1000;

interface AskAccessProps {
  proposalId: ProposalId;
  /** null: not signed in, so that a name and an address are asked for. */
  me: Me | null;
  onAsked?(): void;
}

export function AskAccess({ proposalId, me, onAsked }: AskAccessProps) {
  const { t } = useTranslation('entering');
  const nameFaultIn = useNameFault();
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [message, setMessage] = useState('');
  const [who, setWho] = useState<Who>({ name: '', email: '' });
  const isIncomplete = !me && (nameFaultIn(who.name) !== null || !isEmailLike(who.email));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isIncomplete) return;
    setBusy(true);
    try {
      await callApi(
        requestAccess,
        {},
        { proposalId, message, ...(!me && { name: who.name, email: who.email.trim() }) },
      );
      setAsked(true);
      onAsked?.();
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(false);
    }
  };

  if (isAsked) {
    return (
      <div role="status">
        <Title order={2} size="h4">
          {t('asked')}
        </Title>
        <Text c="dimmed">{me ? t('askedText') : t('askedOutText')}</Text>
      </div>
    );
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <Text c="dimmed">{me ? t('askText', { name: me.name }) : t('askOutText')}</Text>
        {!me && <WhoFields who={who} change={setWho} isChecked={isChecked} />}
        <Textarea
          label={t('askMessage')}
          placeholder={t('askMessageHint')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={MESSAGE_MAX}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        <Button type="submit" loading={isBusy}>
          {t('askAccess')}
        </Button>
      </Stack>
    </form>
  );
}

interface Who {
  name: string;
  email: string;
}

interface WhoFieldsProps {
  who: Who;
  isChecked: boolean;
  change(who: Who): void;
}

function WhoFields({ who, isChecked, change }: WhoFieldsProps) {
  const { t } = useTranslation('entering');
  const nameFaultIn = useNameFault();
  return (
    <>
      <TextInput
        label={t('name')}
        autoComplete="name"
        value={who.name}
        error={isChecked && nameFaultIn(who.name)}
        onChange={(event) => change({ ...who, name: event.currentTarget.value })}
      />
      <TextInput
        label={t('askYourEmail')}
        type="email"
        inputMode="email"
        autoComplete="email"
        value={who.email}
        error={isChecked && !isEmailLike(who.email) && t('emailWrong')}
        onChange={(event) => change({ ...who, email: event.currentTarget.value })}
      />
    </>
  );
}
