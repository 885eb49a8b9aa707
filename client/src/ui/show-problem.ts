// Tells a person why something was refused, in the words of the catalogue.
import { notifications } from '@mantine/notifications';
import { t } from 'i18next';
import { ApiError } from '../api/call.ts';

export function problemText(error: unknown): string {
  if (!(error instanceof ApiError)) return t('problem:internal');
  if (!error.problem) return t('problem:offline');
  const { code, issues } = error.problem;
  const first = issues?.[0];
  return first ? `${t(`problem:${code}`)} (${first.path}: ${first.message})` : t(`problem:${code}`);
}

export function showProblem(error: unknown): void {
  notifications.show({ color: 'red', message: problemText(error), autoClose: 8000 });
}
