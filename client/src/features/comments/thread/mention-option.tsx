// One line of the list behind an '@'.
import { Combobox, Group, Text } from '@mantine/core';
import { IconBuilding, IconUserPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonBadge } from '../../../ui/person-badge.tsx';
import classes from '../comments.module.css';
import type { MentionChoice } from './mention-choices.ts';

interface MentionOptionProps {
  id: string;
  choice: MentionChoice;
  /** The keys are at it. */
  isMeant: boolean;
}

export function MentionOption({ id, choice, isMeant }: MentionOptionProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isMeant) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isMeant]);
  return (
    <Combobox.Option
      id={id}
      ref={ref}
      value={choice.id}
      aria-selected={isMeant}
      data-combobox-selected={isMeant || undefined}
      // The field keeps the focus, so that it does not put the list away.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Group gap="xs" wrap="nowrap">
        <Words choice={choice} />
      </Group>
    </Combobox.Option>
  );
}

function Words({ choice }: { choice: MentionChoice }) {
  const { t } = useTranslation('comments');
  if (choice.kind === 'invite') {
    return (
      <>
        <IconUserPlus size={20} aria-hidden className={classes.optionIcon} />
        <span className={classes.optionName}>{t('mentionInvite', { name: choice.name })}</span>
      </>
    );
  }
  if (choice.kind === 'person') {
    return (
      <>
        <PersonBadge id={choice.id} name={choice.name} />
        <bdi className={classes.optionName}>{choice.name}</bdi>
      </>
    );
  }
  return (
    <>
      <IconBuilding size={20} aria-hidden className={classes.optionIcon} />
      <div className={classes.optionName}>
        <bdi>
          {choice.place} {choice.name}
        </bdi>
        {!choice.hasPeople && (
          <Text size="xs" c="dimmed">
            {t('mentionEmpty')}
          </Text>
        )}
      </div>
    </>
  );
}
