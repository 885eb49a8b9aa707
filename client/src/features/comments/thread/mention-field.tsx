// A field for a comment that offers people and organisations behind an '@', and an invitation for who is not here. By keyboard: arrows,
// Enter or Tab takes one, Esc puts the list away, and focus stays in the field; screen readers hear how many there are and which one
// is meant.
import { Combobox, Textarea, type TextareaProps, useCombobox, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, lazy, type RefObject, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withWords } from '../../../i18n/with-words.ts';
import { MentionOption } from './mention-option.tsx';
import { type Invitee, takesKey, useMention } from './use-mention.ts';

/** Fetched when somebody is to be invited. */
const InviteDialog = lazy(() =>
  withWords(import('../../people/invite-dialog.tsx')).then(({ InviteDialog: one }) => ({ default: one })),
);

interface MentionFieldProps extends Pick<TextareaProps, 'aria-label' | 'placeholder'> {
  value: string;
  field: RefObject<HTMLTextAreaElement | null>;
  onChange(text: string): void;
  /** Keys that the list has no use for. */
  onKeyDown(event: KeyboardEvent): void;
}

export function MentionField({ value, field, onChange, onKeyDown, ...rest }: MentionFieldProps) {
  const { t } = useTranslation('comments');
  const id = useId();
  const [invitee, setInvitee] = useState<Invitee | null>(null);
  const list = useMention({ value, field, onChange, onInvite: setInvitee });
  const { choices, chosen, query, isNobody, take, look, leave } = list;
  const isOpen = choices.length > 0 || isNobody;
  const store = useCombobox({ opened: isOpen });
  const meant = choices[chosen];
  const count = choices.filter(({ kind }) => kind !== 'invite').length;
  const said = isNobody || count === 0 ? t('mentionNobody', { name: query }) : t('mentionCount', { count });
  return (
    <>
      <Combobox
        store={store}
        position="bottom-start"
        offset={4}
        withinPortal
        onOptionSubmit={(chosenId) => {
          field.current?.focus();
          const choice = choices.find((one) => one.id === chosenId);
          if (choice) take(choice);
        }}
      >
        <Combobox.Target withAriaAttributes={false} withKeyboardNavigation={false}>
          <Textarea
            {...rest}
            autosize
            minRows={1}
            maxRows={10}
            maxLength={10_000}
            aria-autocomplete="list"
            {...(choices.length > 0 && { 'aria-controls': `${id}-list` })}
            {...(meant && { 'aria-activedescendant': `${id}-${meant.id}` })}
            value={value}
            ref={field}
            onChange={(event) => {
              onChange(event.currentTarget.value);
              look();
            }}
            onSelect={look}
            onBlur={leave}
            onKeyDown={(event) => {
              if (!takesKey(event, list)) onKeyDown(event);
            }}
          />
        </Combobox.Target>
        <VisuallyHidden role="status">{isOpen && said}</VisuallyHidden>
        <Combobox.Dropdown>
          {isNobody && <Combobox.Empty>{said}</Combobox.Empty>}
          {choices.length > 0 && (
            <Combobox.Options id={`${id}-list`} aria-label={t('mentionLabel')} mah={340} style={{ overflowY: 'auto' }}>
              {choices.map((choice, index) => (
                <MentionOption key={choice.id} id={`${id}-${choice.id}`} choice={choice} isMeant={index === chosen} />
              ))}
            </Combobox.Options>
          )}
        </Combobox.Dropdown>
      </Combobox>
      <Suspense>{invitee && <InviteDialog who={invitee} onClose={() => setInvitee(null)} />}</Suspense>
    </>
  );
}
