// The form for signing in and for creating an account, with errors beside the field that they are about.
import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountError, signIn, signUp } from '../api/accounts.ts';
import { forgetEverything } from '../api/queries.ts';
import { useNameFault } from '../ui/use-name-fault.ts';

type Field = 'name' | 'email' | 'password';
type Errors = Partial<Record<Field | 'form', string>>;

const PASSWORD_MIN = 10;

function useErrorWords(): (error: unknown) => Errors {
  const { t } = useTranslation('shell');
  const { t: problem } = useTranslation('problem');
  return (error) => {
    const code = error instanceof AccountError ? error.code : '?';
    if (code === '') return { form: problem('offline') };
    if (code === 'TOO_MANY_REQUESTS') return { form: t('tooMany') };
    if (code.startsWith('USER_ALREADY_EXISTS')) return { email: t('emailTaken') };
    if (code === 'INVALID_EMAIL') return { email: t('emailInvalid') };
    if (code === 'PASSWORD_TOO_SHORT') return { password: t('passwordShort') };
    if (code === 'PASSWORD_TOO_LONG') return { password: t('passwordLong') };
    if (code === 'INVALID_EMAIL_OR_PASSWORD') return { form: t('wrongPassword') };
    return { form: t('failed') };
  };
}

interface AccountFormProps {
  isNew: boolean;
  /** Address that an invitation was sent to. */
  email?: string;
  onDone(): void;
}

type Values = Record<Field, string>;

function useAccountForm({ isNew, email = '', onDone }: AccountFormProps) {
  const { t } = useTranslation('shell');
  const wordsOf = useErrorWords();
  const nameFaultIn = useNameFault();
  const [values, setValues] = useState<Values>({ name: '', email, password: '' });
  const [errors, setErrors] = useState<Errors>({});
  const [isBusy, setBusy] = useState(false);

  const check = (): Errors => {
    const nameFault = isNew && nameFaultIn(values.name);
    return {
      ...(nameFault && { name: nameFault }),
      ...(!/^\S+@\S+\.\S+$/.test(values.email.trim()) && { email: t('emailInvalid') }),
      ...(isNew && values.password.length < PASSWORD_MIN && { password: t('passwordShort') }),
    };
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = check();
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      const person = { ...values, name: values.name.trim(), email: values.email.trim() };
      await (isNew ? signUp(person) : signIn(person));
      forgetEverything();
      onDone();
    } catch (error) {
      setErrors(wordsOf(error));
    } finally {
      setBusy(false);
    }
  };

  const field = (name: Field) => ({
    value: values[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [name]: value }));
    },
  });
  return { errors, isBusy, submit, field };
}

export function AccountForm(props: AccountFormProps) {
  const { isNew } = props;
  const { t } = useTranslation('shell');
  const { errors, isBusy, submit, field } = useAccountForm(props);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        {errors.form && (
          <Alert color="red" role="alert">
            {errors.form}
          </Alert>
        )}
        {isNew && (
          <TextInput label={t('name')} placeholder={t('namePlaceholder')} autoComplete="name" {...field('name')} />
        )}
        <TextInput label={t('email')} type="email" autoComplete="email" {...field('email')} />
        <PasswordInput
          label={t('password')}
          {...(isNew && { description: t('passwordHint') })}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          {...field('password')}
        />
        <Button type="submit" loading={isBusy}>
          {isNew ? t('signUp') : t('signIn')}
        </Button>
      </Stack>
    </form>
  );
}
