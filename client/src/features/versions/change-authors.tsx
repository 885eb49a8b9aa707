// Whose changes a comparison shows: in which colours, how much by each, and whose are stepped through.
import type { ChangedPart } from '@adagia/shared/api/versions';
import { SegmentedControl, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuthorLooks } from './author-looks.ts';
import { diffOf } from './diff-of.ts';
import classes from './versions.module.css';

export interface ChangeAuthor {
  /** Of a person or an organisation; '' for nobody that is known. */
  id: string;
  name: string;
  colour: string;
  added: number;
  removed: number;
}

const NOBODY = 'var(--mantine-color-gray-5)';

/** Who wrote the words that came and went, who most first. */
export function changeAuthors(
  parts: readonly ChangedPart[],
  looks: AuthorLooks,
  nameOf: (by: string | null) => string,
): ChangeAuthor[] {
  const authors = new Map<string, ChangeAuthor>();
  for (const part of parts) {
    if (!part.root.startsWith('answer:')) continue;
    for (const { pieces, change } of diffOf(part)) {
      if (change === 'moved' || change === 'gone') continue;
      for (const piece of pieces) {
        if (piece.change === 'same') continue;
        const { id, colour } = looks(piece.by) ?? { id: '', colour: NOBODY };
        const author = authors.get(id) ?? { id, name: nameOf(piece.by), colour, added: 0, removed: 0 };
        author[piece.change] += Array.from(piece.text).length;
        authors.set(id, author);
      }
    }
  }
  return [...authors.values()].sort((a, b) => b.added + b.removed - a.added - a.removed);
}

interface LegendProps {
  authors: readonly ChangeAuthor[];
  isByOrganisation: boolean;
  onByOrganisation(isOn: boolean): void;
  /** Whose changes are stepped through; null: everybody's. */
  chosen: string | null;
  onChoose(id: string | null): void;
}

const EVERYBODY = '*';

export function ChangeAuthors({ authors, isByOrganisation, onByOrganisation, chosen, onChoose }: LegendProps) {
  const { t } = useTranslation('versions');
  if (authors.length === 0) return null;
  return (
    <section aria-label={t('legend')} className={classes.legend}>
      <div className={classes.tools}>
        <SegmentedControl
          size="xs"
          aria-label={t('colours')}
          value={isByOrganisation ? 'organisation' : 'person'}
          onChange={(value) => onByOrganisation(value === 'organisation')}
          data={[
            { value: 'person', label: t('byPerson') },
            { value: 'organisation', label: t('byOrganisation') },
          ]}
        />
        <Select
          size="xs"
          label={t('stepThrough')}
          classNames={{ root: classes.step, label: classes.stepLabel }}
          allowDeselect={false}
          value={chosen ?? EVERYBODY}
          onChange={(id) => onChoose(id === EVERYBODY ? null : id)}
          data={[
            { value: EVERYBODY, label: t('everybody') },
            ...authors.filter(({ id }) => id !== '').map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <ul className={classes.shares}>
        {authors.map(({ id, name, colour, added, removed }) => (
          <li key={id}>
            <span className={classes.swatch} style={{ background: colour }} aria-hidden />
            <Text span size="sm">
              <bdi>{name}</bdi>{' '}
              <Text span size="xs" c="dimmed">
                {t('letters', { added, removed })}
              </Text>
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
