// Something that the person does with their account: runs it once at a time, and says how it went beside the right field.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refreshAccount } from '../../api/account-queries.ts';
import { ApiError } from '../../api/call.ts';
import { problemText } from '../../ui/show-problem.ts';
import { type AccountErrors, useAccountWords } from '../sign-in/use-account-words.ts';

export function useStep() {
  const { t } = useTranslation('account');
  const wordsOf = useAccountWords();
  const [errors, setErrors] = useState<AccountErrors>({});
  const [done, setDone] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const explain = (error: unknown): AccountErrors => {
    if (!(error instanceof ApiError)) return wordsOf(error);
    if (error.problem?.code === 'wrong-password') return { password: t('passwordWrong') };
    if (error.problem?.code === 'conflict') return { email: t('emailTaken') };
    return { form: problemText(error) };
  };
  /** @param work resolves with what to say then */
  const run = async (work: () => Promise<string | undefined>): Promise<void> => {
    setBusy(true);
    setErrors({});
    setDone(undefined);
    try {
      setDone(await work());
      await refreshAccount();
    } catch (error) {
      setErrors(explain(error));
    } finally {
      setBusy(false);
    }
  };
  return { errors, setErrors, done, isBusy, run };
}
