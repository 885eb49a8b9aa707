// Invite somebody: a role, an organisation, an address or just a link. The link is shown once; only a hash of it is stored.
import { createInvitation } from '@adagia/shared/api/people';
import type { OrganisationId } from '@adagia/shared/ids';
import type { Role } from '@adagia/shared/roles';
import { Alert, Button, CopyButton, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { showProblem } from '../../ui/show-problem.ts';
import { OrganisationSelect } from './organisation-select.tsx';
import { RoleSelect } from './role-select.tsx';

const DAYS = [1, 7, 14, 30, 90];

export function InviteForm() {
  const { t } = useTranslation('people');
  const { proposal } = useProposal();
  const [role, setRole] = useState<Role>('editor');
  const [organisationId, setOrganisationId] = useState<OrganisationId | null>(null);
  const [email, setEmail] = useState('');
  const [message, setMessage] = useState('');
  const [days, setDays] = useState(14);
  const [link, setLink] = useState('');
  const [isBusy, setBusy] = useState(false);
  const isEmailWrong = email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(email.trim());

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isEmailWrong) return;
    setBusy(true);
    try {
      const body = { role, organisationId, email: email.trim(), message, expiresInDays: days };
      const created = await callApi(createInvitation, { proposalId: proposal.id }, body);
      setLink(created.link);
      setEmail('');
      setMessage('');
      await refresh(proposal.id, 'people');
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput
            label={t('email')}
            description={t('emailHint')}
            type="email"
            autoComplete="off"
            value={email}
            error={isEmailWrong && t('emailWrong')}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Select
            label={t('expires')}
            description={'\u00a0'}
            data={DAYS.map((count) => ({ value: String(count), label: t('days', { count }) }))}
            value={String(days)}
            allowDeselect={false}
            onChange={(value) => setDays(Number(value))}
          />
          <OrganisationSelect label={t('organisation')} value={organisationId} onChange={setOrganisationId} />
          <RoleSelect label={t('role')} value={role} onChange={setRole} />
        </SimpleGrid>
        <Textarea
          label={t('message')}
          autosize
          maxRows={6}
          maxLength={2000}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={isBusy}>
            {t('createInvitation')}
          </Button>
        </Group>
        {link && <NewLink link={link} />}
      </Stack>
    </form>
  );
}

export function NewLink({ link }: { link: string }) {
  const { t } = useTranslation('people');
  return (
    <Alert color="green" title={t('linkReady')} role="status">
      <Group wrap="nowrap" align="flex-end">
        <TextInput
          readOnly
          value={link}
          aria-label={t('linkReady')}
          flex={1}
          onFocus={(event) => event.target.select()}
        />
        <CopyButton value={link}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? t('linkCopied') : t('copyLink')}</Button>}
        </CopyButton>
      </Group>
    </Alert>
  );
}
