// What of the proposal goes into a Word file: which part, which comments, and how suggestions stand in it.
import type { OutlineAnswer } from '@adagia/shared/programme/outline';
import { Button, Group, Modal, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutline } from '../../narrative/use-outline.ts';
import { type CommentsIn, type SuggestionsIn, useWordExport } from './use-word-export.ts';

interface WordExportDialogProps {
  /** One answer alone; left out: the whole or a section, as is chosen. */
  answer?: OutlineAnswer;
  onClose(): void;
}

const WHOLE = '';

export function WordExportDialog({ answer, onClose }: WordExportDialogProps) {
  const { t } = useTranslation(['word', 'common']);
  const { sections } = useOutline();
  const { save, hasSuggestions, hasThreads } = useWordExport();
  const [sectionId, setSectionId] = useState(WHOLE);
  const [comments, setComments] = useState<CommentsIn>('open');
  const [suggestions, setSuggestions] = useState<SuggestionsIn>('tracked');
  const [isBusy, setBusy] = useState(false);
  const section = sections.find((one) => one.section.id === sectionId);
  const submit = async () => {
    setBusy(true);
    try {
      const answers = answer ? [answer] : (section?.answers ?? null);
      const name = answer ? answer.question.id : (section?.section.id ?? '');
      await save({ comments, suggestions, answers, name });
      onClose();
    } catch {
      // The part of the page that writes such files may not have come: a person can only try again.
      notifications.show({ color: 'red', message: t('saving.failed') });
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('saving.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Stack>
        <Text size="sm">{answer ? answer.question.prompt : t('saving.intro')}</Text>
        {!answer && (
          <NativeSelect
            label={t('saving.part')}
            data-autofocus
            value={sectionId}
            onChange={(event) => setSectionId(event.currentTarget.value)}
            data={[
              { value: WHOLE, label: t('saving.whole') },
              ...sections
                .filter(({ answers }) => answers.length > 0)
                .map((one) => ({ value: one.section.id, label: one.section.title })),
            ]}
          />
        )}
        {hasThreads && (
          <Choice<CommentsIn>
            label={t('saving.comments')}
            value={comments}
            onChange={setComments}
            data={(['open', 'all', 'none'] as const).map((value) => ({ value, label: t(`saving.${value}`) }))}
          />
        )}
        {hasSuggestions() && (
          <Choice<SuggestionsIn>
            label={t('saving.suggestions')}
            value={suggestions}
            onChange={setSuggestions}
            data={(['tracked', 'accepted', 'base'] as const).map((value) => ({ value, label: t(`saving.${value}`) }))}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button loading={isBusy} onClick={() => void submit()}>
            {t('saving.submit')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  onChange(value: Value): void;
  data: { value: Value; label: string }[];
}

function Choice<Value extends string>({ label, value, onChange, data }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div>
      <Text size="sm" fw={500} id={id} mb={4}>
        {label}
      </Text>
      <SegmentedControl aria-labelledby={id} fullWidth value={value} onChange={onChange} data={data} />
    </div>
  );
}
