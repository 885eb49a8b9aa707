// Where a comment is written: '@' offers people, Mod+Enter sends, Esc cancels, and a draft survives closing, and the right to send it.
import { Button, Group } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { draftOf, keepDraft } from '../drafts.ts';
import { useCanComment } from '../use-can-comment.ts';
import { DraftToCopy } from './draft-to-copy.tsx';
import { MentionField } from './mention-field.tsx';

interface ComposerProps {
  /** What the draft is kept under. */
  draftKey: string;
  label: string;
  initial?: string;
  submitLabel: string;
  hasFocus?: boolean;
  /** @returns whether it was taken; then the field is emptied. */
  onSubmit(body: string): Promise<boolean>;
  onCancel?(): void;
}

function useDraft(key: string, initial: string): [string, (text: string) => void] {
  const { me } = useProposal();
  const [text, setText] = useState(() => draftOf(me.id, key) || initial);
  const change = (next: string) => {
    setText(next);
    keepDraft(me.id, key, next === initial ? '' : next);
  };
  return [text, change];
}

export function Composer({
  draftKey,
  label,
  initial = '',
  submitLabel,
  hasFocus = false,
  onSubmit,
  onCancel,
}: ComposerProps) {
  const [body, change] = useDraft(draftKey, initial);
  const [isBusy, setBusy] = useState(false);
  const canComment = useCanComment();
  const field = useRef<HTMLTextAreaElement>(null);
  // After its card was placed, and without scrolling to where it was before.
  useEffect(() => {
    if (hasFocus) field.current?.focus({ preventScroll: true });
  }, [hasFocus]);

  const submit = async () => {
    if (!body.trim() || isBusy) return;
    setBusy(true);
    if (await onSubmit(body.trim())) change('');
    setBusy(false);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
    }
    if (event.key === 'Escape' && onCancel) {
      event.stopPropagation();
      onCancel();
    }
  };

  if (!canComment) {
    const done = () => {
      change(initial);
      onCancel?.();
    };
    return body.trim() === '' ? null : <DraftToCopy text={body} onDone={done} />;
  }
  return (
    <div>
      <MentionField
        aria-label={label}
        placeholder={label}
        value={body}
        field={field}
        onChange={change}
        onKeyDown={keys}
      />
      {(body.trim() || onCancel) && (
        <Buttons
          isBusy={isBusy}
          isEmpty={!body.trim()}
          label={submitLabel}
          onSend={submit}
          {...(onCancel && { onCancel })}
        />
      )}
    </div>
  );
}

interface ButtonsProps {
  isBusy: boolean;
  isEmpty: boolean;
  /** Of sending. */
  label: string;
  onSend(): Promise<void>;
  onCancel?(): void;
}

function Buttons({ isBusy, isEmpty, label, onSend, onCancel }: ButtonsProps) {
  const { t } = useTranslation('comments');
  return (
    <Group gap="xs" mt={6}>
      <Button size="compact-sm" loading={isBusy} disabled={isEmpty} title={t('sendHint')} onClick={() => void onSend()}>
        {label}
      </Button>
      {onCancel && (
        <Button size="compact-sm" variant="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
      )}
    </Group>
  );
}
