// better-auth's codes in the words of the catalogue, and the field that each is about.
import { useTranslation } from 'react-i18next';
import { AccountError } from '../../api/accounts.ts';

export type AccountField = 'name' | 'email' | 'password' | 'code' | 'form';
export type AccountErrors = Partial<Record<AccountField, string>>;

export function useAccountWords(): (error: unknown) => AccountErrors {
  const { t } = useTranslation('shell');
  const { t: account } = useTranslation('account');
  const { t: problem } = useTranslation('problem');
  return (error) => {
    const code = error instanceof AccountError ? error.code : '?';
    if (code === '') return { form: problem('offline') };
    const count = error instanceof AccountError ? Math.max(1, Math.ceil(error.waitSeconds / 60)) : 1;
    if (code === 'TOO_MANY_MAILS') return { form: account('tooManyMails', { count }) };
    if (code === 'TOO_MANY_REQUESTS' || code === 'ACCOUNT_TEMPORARILY_LOCKED') return { form: t('tooMany', { count }) };
    if (code.startsWith('USER_ALREADY_EXISTS')) return { email: t('emailTaken') };
    if (code === 'INVALID_EMAIL') return { email: t('emailInvalid') };
    if (code === 'PASSWORD_TOO_SHORT') return { password: t('passwordShort') };
    if (code === 'PASSWORD_TOO_LONG') return { password: t('passwordLong') };
    if (code === 'INVALID_PASSWORD') return { password: account('passwordWrong') };
    if (code === 'INVALID_EMAIL_OR_PASSWORD') return { form: t('wrongPassword') };
    if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE') return { code: account('codeWrong') };
    if (code === 'INVALID_TWO_FACTOR_COOKIE' || code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') {
      return { form: account('codeOver') };
    }
    if (code === 'SIGN_UP_BY_INVITATION') return { form: account('byInvitation') };
    if (code === 'SESSION_NOT_FRESH') return { form: account('passkeyNotFresh') };
    return { form: t('failed') };
  };
}
