// What somebody was typing when their role stopped allowing comments: theirs to copy, until they say that they have it.
import { Button, CopyButton, Group, Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export function DraftToCopy({ text, onDone }: { text: string; onDone(): void }) {
  const { t } = useTranslation('comments');
  const field = useRef<HTMLTextAreaElement>(null);
  // Whoever types on does so here, where it does nothing, and not into the shortcuts of the page.
  useEffect(() => {
    if (document.activeElement === document.body) field.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div data-draft-to-copy>
      <Textarea ref={field} label={t('draftKept')} dir="auto" readOnly autosize minRows={2} maxRows={8} value={text} />
      <Group gap="xs" mt={6}>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="compact-sm" onClick={copy}>
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
        <Button size="compact-sm" variant="subtle" onClick={onDone}>
          {t('draftDone')}
        </Button>
      </Group>
    </div>
  );
}
