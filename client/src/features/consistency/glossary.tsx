// The project's glossary: how its terms are spelled, and which other spellings are told. Everybody who may write its place may change it.
import { glossaryKey, readGlossary, TERM_MAX, writeTerm } from '@adagia/shared/consistency/glossary';
import { FACTS } from '@adagia/shared/document';
import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidv7 } from 'uuidv7';
import { useProposal } from '../../app/proposal-context.ts';
import { useCanWriteAt } from '../../app/use-writing-rights.ts';
import { setFields, useFields } from '../../session/use-fields.ts';
import classes from '../plan/plan-checks.module.css';
import { usePlan } from '../plan/plan-context.ts';

/** Without hyphens: with them it would be the id of an organisation or an object, whose part somebody may own. */
const newId = (): string => uuidv7().replaceAll('-', '');

export function Glossary() {
  const { t } = useTranslation('textChecks');
  const { session } = useProposal();
  const { announce } = usePlan();
  const canWrite = useCanWriteAt(FACTS, glossaryKey('any'));
  const facts = useFields(session, 'facts');
  const terms = useMemo(() => readGlossary(facts), [facts]);
  const remove = (id: string, term: string) => {
    setFields(session, 'facts', { [glossaryKey(id)]: undefined });
    announce(t('glossary.removed', { term }));
  };
  return (
    <details>
      <summary>{t('glossary.title', { count: terms.length })}</summary>
      <Text size="sm" c="dimmed" my="xs">
        {t('glossary.hint')}
      </Text>
      <ul className={classes.list}>
        {terms.map(({ id, term, variants }) => (
          <li key={id} className={classes.item}>
            <div className={classes.line}>
              <Text size="sm" className={classes.text}>
                <strong>{term}</strong>
                {variants.length > 0 && ` ${t('glossary.not', { variants: variants.join(', ') })}`}
              </Text>
              {canWrite && (
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  color="gray"
                  aria-label={t('glossary.remove', { term })}
                  onClick={() => remove(id, term)}
                >
                  <IconX size={14} />
                </ActionIcon>
              )}
            </div>
          </li>
        ))}
      </ul>
      {canWrite && <NewTerm />}
    </details>
  );
}

function NewTerm() {
  const { t } = useTranslation('textChecks');
  const { session } = useProposal();
  const { announce } = usePlan();
  const [term, setTerm] = useState('');
  const [variants, setVariants] = useState('');
  const value = writeTerm(term, variants.split(','));
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    if (value === null) return;
    setFields(session, 'facts', { [glossaryKey(newId())]: value });
    announce(t('glossary.added', { term }));
    setTerm('');
    setVariants('');
  };
  return (
    <form onSubmit={submitted}>
      <Group align="flex-end" gap="xs" mt="xs">
        <TextInput
          size="xs"
          label={t('glossary.term')}
          value={term}
          maxLength={TERM_MAX}
          onChange={(event) => setTerm(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label={t('glossary.variants')}
          value={variants}
          maxLength={TERM_MAX}
          onChange={(event) => setVariants(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="light" disabled={value === null}>
          {t('glossary.add')}
        </Button>
      </Group>
    </form>
  );
}
