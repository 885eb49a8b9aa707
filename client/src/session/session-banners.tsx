// What a person must know about their unsaved text, in the order of urgency: refused, ended, blocked, waiting too long.

import { parseAnswerKey } from '@adagia/shared/answer-key';
import { BUDGET } from '@adagia/shared/document';
import { deltaToBlocks } from '@adagia/shared/text/blocks';
import { portalText } from '@adagia/shared/text/plain-text';
import { closeReasons } from '@adagia/shared/wire/close-codes';
import { Alert, Button, CopyButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCellName } from '../features/budget/figures/use-cell-name.ts';
import { saveFile } from '../ui/save-file.ts';
import { closeWords, refusalWords } from './close-words.ts';
import type { RefusalReason, RefusedText as Refused } from './local-copy.ts';
import { useObservable } from './observable.ts';
import type { ProposalSession, SaveState } from './proposal-session.ts';
import classes from './session-banners.module.css';

/** Seconds. Longer than any usual commit; then people want to know. */
const SHOW_AFTER_S = 15;
const OFFER_DOWNLOAD_AFTER_S = 30;

export function SessionBanners({ session }: { session: ProposalSession }) {
  const state = useObservable(session.saveState);
  return (
    <Stack gap="xs">
      <Stack gap="xs" className={classes.afloat}>
        <RefusedText session={session} />
        <EndedBanner state={state} />
      </Stack>
      <BlockedBanner session={session} />
      <UnkeptBanner session={session} />
      <LargeBanner session={session} />
      {state.kind === 'saving' && <WaitingBanner session={session} sinceMs={state.sinceMs} />}
    </Stack>
  );
}

function RefusedText({ session }: { session: ProposalSession }) {
  const refused = useObservable(session.refused);
  const reloadedFor = useObservable(session.reloadedFor);
  const dismiss = () => session.dismissRefused();
  if (refused.length === 0 && reloadedFor) return <ReloadedNote why={reloadedFor} onDismiss={dismiss} />;
  return refused.length > 0 && <RefusedHere texts={refused} onDismiss={dismiss} />;
}

/** With the names of the cells that figures stood in. */
function RefusedHere(props: Pick<RefusedTextsProps, 'texts' | 'onDismiss'>) {
  const cellName = useCellName();
  const nameOf = (key: string) => {
    const [map, row, column = ''] = key.split('/');
    return map === BUDGET ? cellName(`${row}/${column.split(':')[0]}`) : null;
  };
  return <RefusedTexts {...props} nameOf={nameOf} />;
}

interface RefusedTextsProps {
  texts: readonly Refused[];
  onDismiss(): void;
  /** Of a key, where its text alone would not say what it is. */
  nameOf?(key: string): string | null;
}

/** What was refused has no words to copy: something was deleted, or put into another form. */
function ReloadedNote({ why, onDismiss }: { why: RefusalReason; onDismiss(): void }) {
  const { t } = useTranslation('session');
  return (
    <Alert
      color="orange"
      title={t(why in closeWords ? 'changeRefusedTitle' : 'reloadedTitle')}
      role="alert"
      withCloseButton
      closeButtonLabel={t('close', { ns: 'common' })}
      onClose={onDismiss}
    >
      <Text size="sm">{t(refusalWords(why))}</Text>
    </Alert>
  );
}

/** What a person wrote and the server did not take, to copy from until they have what they need. */
export function RefusedTexts({ texts, onDismiss, nameOf = () => null }: RefusedTextsProps) {
  const { t } = useTranslation('session');
  if (texts.length === 0) return null;
  const named = texts.map(({ key, text }) => {
    const name = nameOf(key);
    return name === null ? text : `${name}: ${text}`;
  });
  const all = named.join('\n\n');
  const reasons = [...new Set(texts.map(({ why }) => refusalWords(why)))];
  return (
    <Alert color="red" title={t('refusedTitle')} role="alert">
      <Stack gap="xs">
        {reasons.map((words) => (
          <Text key={words} size="sm">
            {t(words)}
          </Text>
        ))}
        <Text size="sm">{t('refusedKept')}</Text>
        <Textarea readOnly autosize maxRows={5} value={all} aria-label={t('refusedTitle')} />
        <Group>
          <CopyButton value={all}>
            {({ copy }) => (
              <Button size="xs" variant="light" onClick={copy}>
                {t('copy')}
              </Button>
            )}
          </CopyButton>
          <Button size="xs" variant="subtle" onClick={onDismiss}>
            {t('dismiss')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

function EndedBanner({ state }: { state: SaveState }) {
  const { t } = useTranslation('session');
  if (state.kind !== 'failed') return null;
  const words = closeWords[state.reason];
  // What was refused is told, with its text, by the session that is about to take the place of this one.
  if (!words || closeReasons[state.reason].retry === 'after-reload') return null;
  return (
    <Alert color="red" role="alert">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{t(words)}</Text>
        {(state.reason === 'sessionEnded' || state.reason === 'clientTooOld') && (
          // Loaded anew, the page asks who is there; what is unsaved is on this device.
          <Button size="xs" variant="light" className={classes.action} onClick={() => window.location.reload()}>
            {t(state.reason === 'sessionEnded' ? 'toSignIn' : 'toReload')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

function BlockedBanner({ session }: { session: ProposalSession }) {
  const { t } = useTranslation('session');
  return useObservable(session.isBlocked) ? <Alert color="orange">{t('blocked')}</Alert> : null;
}

/** Without storage, closing the page loses what the server does not have: said while there is something to lose. */
function LargeBanner({ session }: { session: ProposalSession }) {
  const { t } = useTranslation('session');
  return useObservable(session.isLarge) ? <Alert color="orange">{t('large')}</Alert> : null;
}

function UnkeptBanner({ session }: { session: ProposalSession }) {
  const { t } = useTranslation('session');
  const keepsCopy = useObservable(session.keepsCopy);
  const state = useObservable(session.saveState);
  const isUnsaved = 'changes' in state && state.changes > 0;
  return keepsCopy || !isUnsaved ? null : (
    <Alert color="orange" role="alert">
      <Group justify="space-between">
        <Text size="sm">{t('unkept')}</Text>
        <Button size="xs" variant="light" onClick={() => downloadText(session)}>
          {t('download')}
        </Button>
      </Group>
    </Alert>
  );
}

function WaitingBanner({ session, sinceMs }: { session: ProposalSession; sinceMs: number }) {
  const { t } = useTranslation('session');
  const seconds = useSecondsSince(sinceMs);
  if (seconds < SHOW_AFTER_S) return null;
  return (
    <Alert color="orange" role="alert">
      <Group justify="space-between">
        <Text size="sm">{t('waiting', { seconds })}</Text>
        {seconds >= OFFER_DOWNLOAD_AFTER_S && (
          <Button size="xs" variant="light" onClick={() => downloadText(session)}>
            {t('download')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

function useSecondsSince(sinceMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - sinceMs) / 1000));
}

/** All answers as they are on this screen, as one text file. */
function downloadText({ doc }: ProposalSession): void {
  const texts = [...doc.share.keys()].flatMap((name) => {
    const key = parseAnswerKey(name);
    if (!key) return [];
    const text = doc.getText(name);
    const plain = portalText(deltaToBlocks(text.toDelta(), text.getAttributes(), 'raw'));
    return plain ? [`${key.questionId}\n\n${plain}`] : [];
  });
  saveFile('adagia.txt', texts.join('\n\n\n'), 'text/plain;charset=utf-8');
}
