// A field for a comment that offers the people of the proposal behind an '@'. By keyboard: arrows, Enter or Tab takes one, Esc puts the
// list away, and focus stays in the field; screen readers hear how many there are and which one is meant.
import type { Member } from '@adagia/shared/api/people';
import { Combobox, Group, Textarea, type TextareaProps, useCombobox, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { PersonBadge } from '../../../ui/person-badge.tsx';
import { completed, type Mention, mentionAt, suggested } from './mention-query.ts';

interface MentionFieldProps extends Pick<TextareaProps, 'aria-label' | 'placeholder'> {
  value: string;
  field: RefObject<HTMLTextAreaElement | null>;
  onChange(text: string): void;
  /** Keys that the list has no use for. */
  onKeyDown(event: KeyboardEvent): void;
}

/** Who may be meant at the moment, and which of them the keys are at. */
function useMention({ value, field, onChange }: MentionFieldProps) {
  const { proposal, me } = useProposal();
  const [mention, setMention] = useState<Mention | null>(null);
  const [chosen, setChosen] = useState(0);
  const caret = useRef<number | null>(null);
  const others = proposal.members.filter(({ userId }) => userId !== me.id);
  const people = mention ? suggested(others, mention.query) : [];
  const look = () => {
    const { value: text = '', selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
    setMention(selectionStart === selectionEnd ? mentionAt(text, selectionStart) : null);
    setChosen(0);
  };
  const take = ({ name }: Member) => {
    if (!mention) return;
    const next = completed(value, mention, name.trim());
    caret.current = next.caret;
    setMention(null);
    onChange(next.text);
  };
  // Once the field shows the name: before, its end is elsewhere.
  useLayoutEffect(() => {
    if (caret.current === null) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  return { people, chosen, setChosen, look, take, leave: () => setMention(null) };
}

type Choice = ReturnType<typeof useMention>;

/** @returns whether the list took it */
function takesKey(event: KeyboardEvent, { people, chosen, setChosen, take, leave }: Choice): boolean {
  const person = people[chosen];
  if (!person || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return false;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) setChosen((chosen + step + people.length) % people.length);
  else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) take(person);
  else if (event.key === 'Escape') leave();
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

export function MentionField(props: MentionFieldProps) {
  const { t } = useTranslation('comments');
  const { value, field, onChange, onKeyDown, ...rest } = props;
  const id = useId();
  const choice = useMention(props);
  const { people, chosen, look, leave } = choice;
  const isOpen = people.length > 0;
  const store = useCombobox({ opened: isOpen });
  return (
    <Combobox
      store={store}
      position="bottom-start"
      offset={4}
      withinPortal
      onOptionSubmit={(userId) => {
        const person = people.find((one) => one.userId === userId);
        if (person) choice.take(person);
        field.current?.focus();
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
          {...(isOpen && { 'aria-controls': `${id}-list`, 'aria-activedescendant': `${id}-${people[chosen]?.userId}` })}
          value={value}
          ref={field}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            look();
          }}
          onSelect={look}
          onBlur={leave}
          onKeyDown={(event) => {
            if (!takesKey(event, choice)) onKeyDown(event);
          }}
        />
      </Combobox.Target>
      <VisuallyHidden role="status">{isOpen && t('mentionCount', { count: people.length })}</VisuallyHidden>
      <Combobox.Dropdown>
        <Combobox.Options id={`${id}-list`} aria-label={t('mentionLabel')}>
          {people.map(({ userId, name }, index) => (
            <Combobox.Option
              key={userId}
              id={`${id}-${userId}`}
              value={userId}
              aria-selected={index === chosen}
              data-combobox-selected={index === chosen || undefined}
              // The field keeps the focus, so that it does not put the list away.
              onMouseDown={(event) => event.preventDefault()}
            >
              <Group gap="xs" wrap="nowrap">
                <PersonBadge id={userId} name={name} />
                <bdi>{name}</bdi>
              </Group>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
