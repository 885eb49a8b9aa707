// Deleting the account: what stays, the password, and where it is refused because a proposal would be left alone.
import { type Account, deleteAccount } from '@adagia/shared/api/account';
import type { Me } from '@adagia/shared/api/people';
import { Anchor, Button, List, Radio, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, callApi } from '../../api/call.ts';
import { forgetKeptAnswers } from '../../offline/kept-answers.ts';
import { forgetLocalCopies } from '../../session/indexed-copy.ts';
import { FormAlert } from '../../ui/form-alert.tsx';
import { AccountSection } from './account-section.tsx';
import { PasswordConfirm } from './password-confirm.tsx';
import { useStep } from './use-step.ts';

interface Left {
  path: string;
  message: string;
}

export function DeletionSection({ me, account }: { me: Me; account: Account }) {
  const { t } = useTranslation('account');
  const { errors, isBusy, run } = useStep();
  const [isOpen, setOpen] = useState(false);
  const [keepsName, setKeepsName] = useState('yes');
  const [password, setPassword] = useState('');
  const [alone, setAlone] = useState<Left[]>([]);
  const remove = async () => {
    try {
      await callApi(deleteAccount, {}, { keepsName: keepsName === 'yes', password });
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem?.code !== 'last-coordinator') throw error;
      return setAlone(error.problem.issues ?? []);
    }
    await forgetLocalCopies(me.id, true);
    await forgetKeptAnswers();
    location.assign('/sign-in');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAlone([]);
    void run(async () => {
      await remove();
      return undefined;
    });
  };
  return (
    <AccountSection title={t('deletion')}>
      <Text>{t('deletionText')}</Text>
      {isOpen ? (
        <form onSubmit={submit} noValidate>
          <Stack gap="sm">
            <FormAlert error={errors.form} />
            <AloneList proposals={alone} />
            <Radio.Group label={t('deletionKeeps')} value={keepsName} onChange={setKeepsName}>
              <Stack gap={6} mt={6}>
                <Radio value="yes" label={t('deletionName')} />
                <Radio value="no" label={t('deletionNoName')} />
              </Stack>
            </Radio.Group>
            <PasswordConfirm account={account} value={password} onChange={setPassword} error={errors.password} />
            <Button type="submit" color="red" w="fit-content" loading={isBusy}>
              {t('deletionGo')}
            </Button>
          </Stack>
        </form>
      ) : (
        <Button variant="default" w="fit-content" onClick={() => setOpen(true)}>
          {t('deletion')}
        </Button>
      )}
    </AccountSection>
  );
}

function AloneList({ proposals }: { proposals: readonly Left[] }) {
  const { t } = useTranslation('account');
  if (proposals.length === 0) return null;
  return (
    <div role="alert">
      <Text>{t('deletionFirst')}</Text>
      <List>
        {proposals.map(({ path, message }) => (
          <List.Item key={path}>
            <Anchor component={Link} to="/p/$proposalId/people" params={{ proposalId: path } as never}>
              {message}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </div>
  );
}
