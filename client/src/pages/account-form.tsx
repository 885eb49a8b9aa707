// Signing in and creating an account, step by step, with errors beside the field that they are about. Used by the pages for it and by
// that of an invitation.
import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type NextStep, postAuth, signIn, signUp } from '../api/accounts.ts';
import { forgetEverything } from '../api/queries.ts';
import { CodeStep } from '../features/sign-in/code-step.tsx';
import { MailSent } from '../features/sign-in/mail-sent.tsx';
import { nextPlace } from '../features/sign-in/next-place.ts';
import { OtherWays } from '../features/sign-in/other-ways.tsx';
import { type AccountErrors, useAccountWords } from '../features/sign-in/use-account-words.ts';
import { VerifyStep } from '../features/sign-in/verify-step.tsx';
import { FormAlert } from '../ui/form-alert.tsx';
import { useNameFault } from '../ui/use-name-fault.ts';

type Field = 'name' | 'email' | 'password';
const PASSWORD_MIN = 10;
const isEmail = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text.trim());

interface AccountFormProps {
  isNew: boolean;
  /** Address that an invitation was sent to. */
  email?: string;
  /** The secret of an invitation: with it an account can be created where that is for invited people alone. */
  invitation?: string;
  /** What went wrong before this page was opened. */
  error?: string | undefined;
  onDone(): void;
}

function useAccountForm({ isNew, email = '', invitation = '', error, onDone }: AccountFormProps) {
  const { t } = useTranslation('shell');
  const wordsOf = useAccountWords();
  const nameFaultIn = useNameFault();
  const [values, setValues] = useState<Record<Field, string>>({ name: '', email, password: '' });
  const [errors, setErrors] = useState<AccountErrors>({ ...(error && { form: error }) });
  const [isBusy, setBusy] = useState(false);
  const [step, setStep] = useState<NextStep | 'form' | 'sent'>('form');

  const check = (): AccountErrors => {
    const nameFault = isNew && nameFaultIn(values.name);
    return {
      ...(nameFault && { name: nameFault }),
      ...(!isEmail(values.email) && { email: t('emailInvalid') }),
      ...(isNew && values.password.length < PASSWORD_MIN && { password: t('passwordShort') }),
    };
  };
  const goTo = (next: NextStep | 'form' | 'sent') => {
    setStep(next);
    if (next !== 'done') return;
    forgetEverything();
    onDone();
  };
  const attempt = async (work: () => Promise<NextStep | 'sent'>) => {
    setBusy(true);
    try {
      goTo(await work());
    } catch (failure) {
      setErrors(wordsOf(failure));
    } finally {
      setBusy(false);
    }
  };
  const person = { ...values, name: values.name.trim(), email: values.email.trim() };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = check();
    setErrors(found);
    if (Object.keys(found).length === 0)
      await attempt(() => (isNew ? signUp({ ...person, invitation }) : signIn(person)));
  };
  const set = (name: Field, value: string) => setValues((before) => ({ ...before, [name]: value }));
  return { person, values, set, errors, setErrors, isBusy, step, goTo, attempt, submit };
}

export function AccountForm(props: AccountFormProps) {
  const { t } = useTranslation('account');
  const form = useAccountForm(props);
  const { person, step, goTo } = form;
  if (step === 'code') return <CodeStep onDone={() => goTo('done')} />;
  if (step === 'verify') return <VerifyStep email={person.email} password={person.password} onStep={goTo} />;
  if (step === 'sent') return <MailSent text={t('linkSent', { email: person.email })} onBack={() => goTo('form')} />;
  return (
    <Stack>
      <Fields {...props} form={form} />
      {!props.isNew && <Ways form={form} />}
    </Stack>
  );
}

type Form = ReturnType<typeof useAccountForm>;

function Fields({ isNew, form }: AccountFormProps & { form: Form }) {
  const { t } = useTranslation('shell');
  const { t: account } = useTranslation('account');
  const { values, set, errors, isBusy, submit } = form;
  const field = (name: Field) => ({
    value: values[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <FormAlert error={errors.form} />
        {isNew && (
          <TextInput label={t('name')} placeholder={t('namePlaceholder')} autoComplete="name" {...field('name')} />
        )}
        <TextInput
          label={t('email')}
          type="email"
          autoComplete={isNew ? 'email' : 'username webauthn'}
          {...field('email')}
        />
        <PasswordInput
          label={t('password')}
          {...(isNew && { description: t('passwordHint') })}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          {...field('password')}
        />
        {!isNew && (
          <Anchor component={Link} to="/forgotten" state={{ next: nextPlace() }} size="sm" mt={-8}>
            {account('forgotten')}
          </Anchor>
        )}
        <Button type="submit" loading={isBusy}>
          {isNew ? t('signUp') : t('signIn')}
        </Button>
      </Stack>
    </form>
  );
}

function Ways({ form: { person, setErrors, goTo, attempt } }: { form: Form }) {
  const { t } = useTranslation('account');
  const sendLink = () => {
    if (!isEmail(person.email)) return setErrors({ email: t('linkNeedsEmail') });
    setErrors({});
    return void attempt(async () => {
      await postAuth('sign-in/magic-link', { email: person.email, next: nextPlace() });
      return 'sent';
    });
  };
  return <OtherWays onLink={sendLink} onDone={() => goTo('done')} onError={(form) => setErrors({ form })} />;
}
