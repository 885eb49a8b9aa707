// One figure put right: the value as the data holds it, where the right one stands, and why. The server says what does not fit.
import { correctFigure } from '@adagia/shared/api/corrections';
import type { Figure } from '@adagia/shared/programme/figures';
import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../api/call.ts';
import { PassingDialog } from '../../ui/passing-dialog.tsx';
import { problemText } from '../../ui/show-problem.ts';
import { figureText } from './figure-text.ts';
import { useFigureName } from './use-figure-name.ts';

interface CorrectFigureProps {
  callId: string;
  path: string;
  figure: Figure;
  onDone(): Promise<unknown>;
  onClose(): void;
}

/** Numbers, lists and pairs as they are written in data; anything else is a text. */
function parseValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A date, a sentence: no JSON, and none is needed.
    return text.trim();
  }
}

export function CorrectFigure({ callId, path, figure, onDone, onClose }: CorrectFigureProps) {
  const { t } = useTranslation('administration');
  const nameOf = useFigureName(callId);
  const [value, setValue] = useState(figureText(figure.value));
  const [source, setSource] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await callApi(correctFigure, {}, { callId, path, value: parseValue(value) as never, source, reason });
      await onDone();
      onClose();
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  const isComplete = value.trim() !== '' && source.trim() !== '' && reason.trim() !== '';
  return (
    <PassingDialog onClose={onClose} title={t('correctTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        <Text size="sm">{nameOf(path)}</Text>
        <Textarea
          label={t('correctValue')}
          description={t('correctValueHint')}
          autosize
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <TextInput
          label={t('correctSource')}
          maxLength={200}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <TextInput
          label={t('correctReason')}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {problem && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button disabled={!isComplete} loading={isBusy} onClick={() => void save()}>
            {t('correct')}
          </Button>
        </Group>
      </Stack>
    </PassingDialog>
  );
}
