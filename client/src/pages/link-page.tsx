// Where the links in mails lead. The secret is read from the fragment and taken out of the address at once; it is redeemed by a click
// alone, so that programs which look through mails use nothing up. Behind it may stand where the person was about to go.
import { nextPathOf } from '@adagia/shared/next-path';
import { Anchor, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountError, postAuth, redeemSignInLink } from '../api/accounts.ts';
import { forgetEverything } from '../api/queries.ts';
import { CodeStep } from '../features/sign-in/code-step.tsx';
import { type AccountErrors, useAccountWords } from '../features/sign-in/use-account-words.ts';
import { tellVerified } from '../features/sign-in/verified-elsewhere.ts';
import { FormAlert } from '../ui/form-alert.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { SignLayout } from './sign-layout.tsx';

const kinds = {
  'sign-in': { title: 'linkSignInTitle', text: 'linkSignInText', go: 'linkSignInGo', done: 'linkSignInTitle' },
  verify: { title: 'linkVerifyTitle', text: 'linkVerifyText', go: 'linkVerifyGo', done: 'linkVerifyDone' },
  email: { title: 'linkEmailTitle', text: 'linkEmailText', go: 'linkEmailGo', done: 'linkEmailDone' },
  account: { title: 'linkAccountTitle', text: 'linkAccountText', go: 'linkAccountGo', done: 'linkAccountDone' },
  password: { title: 'linkPasswordTitle', text: 'passwordHint', go: 'linkPasswordGo', done: 'linkPasswordDone' },
} as const;
type Kind = keyof typeof kinds;
const isKind = (text: string): text is Kind => text in kinds;

export function LinkPage() {
  const { kind } = useParams({ from: '/link/$kind' });
  const opened = useOpenedLinks();
  return isKind(kind) ? <OfKind key={`${kind} ${opened}`} kind={kind} /> : <NotFoundPage />;
}

/** Another mail's link of the same kind, opened in this tab, changes nothing but the fragment: it begins anew. */
function useOpenedLinks(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const look = () => location.hash && setCount((before) => before + 1);
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return count;
}

/** `next` is where to go on to, '' for nowhere in particular. */
function takeSecret(): { secret: string; next: string } {
  const [secret = '', place = ''] = location.hash.slice(1).split('~');
  history.replaceState(history.state, '', location.pathname);
  return { secret, next: nextPathOf(decoded(place)) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Cut by a mail program: the link works all the same.
    return '';
  }
}

const paths = { verify: 'verify-email', email: 'change-email', account: 'become-account' } as const;

type State = 'asking' | 'code' | 'done' | 'invalid';

/** @returns what comes next */
async function redeem(kind: Kind, token: string, newPassword: string): Promise<State> {
  if (kind === 'sign-in') return (await redeemSignInLink(token)) === 'code' ? 'code' : 'done';
  if (kind === 'password') await postAuth('reset-password', { token, newPassword });
  else await postAuth(paths[kind], { token });
  if (kind === 'verify' || kind === 'account') tellVerified();
  return 'done';
}

function useLink(kind: Kind) {
  const wordsOf = useAccountWords();
  const { history: pages } = useRouter();
  const [{ secret, next }] = useState(takeSecret);
  const [state, setState] = useState<State>(/^[0-9a-f]{64}$/.test(secret) ? 'asking' : 'invalid');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<AccountErrors>({});
  const goTo = (step: State) => {
    setState(step);
    if (step !== 'done') return;
    forgetEverything();
    if (kind === 'sign-in') pages.replace(next || '/');
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      goTo(await redeem(kind, secret, password));
    } catch (error) {
      if (error instanceof AccountError && error.code === 'INVALID_TOKEN') setState('invalid');
      else setErrors(wordsOf(error));
    }
  };
  return { state, next, goTo, password, setPassword, errors, submit };
}

function OfKind({ kind }: { kind: Kind }) {
  const { t } = useTranslation('account');
  const link = useLink(kind);
  const words = kinds[kind];
  useDocumentTitle(t(words.title));
  if (link.state === 'invalid') {
    return (
      <SignLayout title={t('linkInvalid')}>
        <Text mb="md">{t('linkInvalidText')}</Text>
        <ToSignIn />
      </SignLayout>
    );
  }
  return (
    <SignLayout title={t(words.title)}>
      {link.state === 'code' && <CodeStep onDone={() => link.goTo('done')} />}
      {link.state === 'done' && kind !== 'sign-in' && (
        <Stack>
          <FormAlert done={t(words.done)} />
          <ToSignIn next={link.next} />
        </Stack>
      )}
      {link.state === 'asking' && <Question kind={kind} link={link} />}
    </SignLayout>
  );
}

function Question({ kind, link }: { kind: Kind; link: ReturnType<typeof useLink> }) {
  const { t } = useTranslation('account');
  const { t: shell } = useTranslation('shell');
  const { password, setPassword, errors, submit } = link;
  const words = kinds[kind];
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <FormAlert error={errors.form} />
        {words.text === 'passwordHint' ? (
          <PasswordInput
            label={t('newPassword')}
            description={shell('passwordHint')}
            autoComplete="new-password"
            value={password}
            error={errors.password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        ) : (
          <Text>{t(words.text)}</Text>
        )}
        <Button type="submit">{t(words.go)}</Button>
      </Stack>
    </form>
  );
}

/** The page of an invitation signs people in itself; its secret stays behind the '#'. */
function ToSignIn({ next = '' }: { next?: string }) {
  const { t } = useTranslation('shell');
  const { t: account } = useTranslation('account');
  const { history: pages } = useRouter();
  if (next.startsWith('/join')) {
    return (
      <Anchor component="button" type="button" ta="start" onClick={() => pages.push(next)}>
        {account('toInvitation')}
      </Anchor>
    );
  }
  return (
    <Anchor component={Link} to="/sign-in" {...(next && { search: { next } as never })}>
      {t('signIn')}
    </Anchor>
  );
}
