// A package that turns up: chosen, sent, and what the server says of it.
import type { PackageCheck } from '@adagia/shared/api/packages';
import { PACKAGE_SIZE_MAX } from '@adagia/shared/api/packages';
import { Alert, Button, FileButton, List, Text } from '@mantine/core';
import { IconFileSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { problemText } from '../../ui/show-problem.ts';
import { useFreezeWords } from './freeze-words.ts';
import { checkPackage } from './use-packages.ts';

type Answer = { name: string } & ({ check: PackageCheck } | { problem: string });

function useCheck(): { answer: Answer | null; isBusy: boolean; take(file: File | null): void } {
  const { t } = useTranslation('problem');
  const { proposal } = useProposal();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isBusy, setBusy] = useState(false);
  const ask = async (file: File) => {
    if (file.size > PACKAGE_SIZE_MAX) return setAnswer({ name: file.name, problem: t('file-too-large') });
    setBusy(true);
    try {
      setAnswer({ name: file.name, check: await checkPackage(proposal.id, file) });
    } catch (error) {
      setAnswer({ name: file.name, problem: problemText(error) });
    } finally {
      setBusy(false);
    }
  };
  return { answer, isBusy, take: (file) => void (file && ask(file)) };
}

export function CheckPackageButton() {
  const { t } = useTranslation('freezing');
  const { answer, isBusy, take } = useCheck();
  // The same file once more is asked about once more.
  const [round, setRound] = useState(0);
  return (
    <div>
      <FileButton
        key={round}
        accept=".zip,application/zip"
        onChange={(file) => {
          take(file);
          setRound(round + 1);
        }}
      >
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconFileSearch size={16} aria-hidden />} loading={isBusy}>
            {t('check')}
          </Button>
        )}
      </FileButton>
      <Text size="xs" c="dimmed" mt={4}>
        {t('checkText')}
      </Text>
      <div aria-live="polite">{answer && <Verdict answer={answer} />}</div>
    </div>
  );
}

const colours = { unchanged: 'green', differs: 'red', unknown: 'orange' } as const;

function Verdict({ answer }: { answer: Answer }) {
  const { t } = useTranslation('freezing');
  const isProblem = 'problem' in answer;
  return (
    <Alert
      mt="sm"
      title={<bdi>{answer.name}</bdi>}
      color={isProblem ? 'red' : colours[answer.check.outcome]}
      data-outcome={isProblem ? 'problem' : answer.check.outcome}
    >
      {isProblem ? answer.problem : <Said check={answer.check} unknown={t('checkUnknown')} />}
    </Alert>
  );
}

function Said({ check, unknown }: { check: PackageCheck; unknown: string }) {
  const { t } = useTranslation('freezing');
  const { whenOf } = useFreezeWords();
  if (check.outcome === 'unknown') return unknown;
  const { version, madeBy, madeAt } = check.package;
  const words = {
    name: madeBy.name,
    when: whenOf(madeAt),
    version: version.name ?? t('packageOf', { number: version.number }),
  };
  if (check.outcome === 'unchanged') return t('checkUnchanged', words);
  return (
    <>
      {t('checkDiffers', words)}
      <List size="sm" mt={4}>
        {check.files.map(({ name, state }) => (
          <List.Item key={name}>{t(`fileState.${state}`, { name })}</List.Item>
        ))}
      </List>
    </>
  );
}
