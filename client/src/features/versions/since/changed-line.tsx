// One part that others changed: who, how much, and, opened, what differs; from there to the place itself.
import { parseAnswerKey } from '@adagia/shared/answer-key';
import type { Since } from '@adagia/shared/api/since';
import type { VersionPart } from '@adagia/shared/versions/version-part';
import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { targetName } from '../../timeline/timeline-words.ts';
import { useWordsContext } from '../../timeline/use-words-context.ts';
import { diffOf } from '../diff-of.ts';
import { FieldChanges } from '../field-changes.tsx';
import { TextChanges } from '../text-changes.tsx';
import classes from './since.module.css';

type Part = Since['parts'][number];

const fieldsOf = (part: VersionPart | null) => (part?.kind === 'fields' ? part.fields : {});

/** Characters of a text that came and went, or values that are others now. */
function amountOf(part: Part): { added: number; removed: number; values: number } {
  const [old, now] = [fieldsOf(part.before), fieldsOf(part.after)];
  const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
  const values = [...keys].filter((key) => old[key] !== now[key]).length;
  const pieces = diffOf(part).flatMap((block) =>
    block.change === 'moved' || block.change === 'gone' ? [] : block.pieces,
  );
  const count = (change: 'added' | 'removed') =>
    pieces.reduce((sum, piece) => sum + (piece.change === change ? Array.from(piece.text).length : 0), 0);
  return { added: count('added'), removed: count('removed'), values };
}

export function ChangedLine({ part, nameOf }: { part: Part; nameOf(id: string): string }) {
  const { t, i18n } = useTranslation(['since', 'versions']);
  const context = useWordsContext();
  const [isOpen, setOpen] = useState(false);
  const amount = useMemo(() => amountOf(part), [part]);
  const isText = part.root.startsWith('answer:');
  const title = isText
    ? targetName(context, { kind: 'text', target: part.root })
    : t(`versions:root.${part.root as 'facts' | 'plan' | 'budget' | 'people'}`);
  const names = new Intl.ListFormat(i18n.language).format(part.by.map(nameOf));
  const isFormat = isText && amount.added + amount.removed === 0;
  const much = isText
    ? t(isFormat ? 'onlyForm' : 'letters', { added: amount.added, removed: amount.removed })
    : t('values', { count: amount.values });
  return (
    <li>
      <details data-since-root={part.root} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className={classes.line}>
          <Text span fw={500}>
            {title}
          </Text>{' '}
          <Text span size="sm" c="dimmed">
            {names ? `${names}: ${much}` : much}
          </Text>
        </summary>
        {isOpen && (
          <div className={classes.changes}>
            <PlaceLink root={part.root} />
            {isText ? (
              <TextChanges part={part} nameOf={nameOf} layout="inline" />
            ) : (
              <FieldChanges part={part} label={title} isRestorable={false} />
            )}
          </div>
        )}
      </details>
    </li>
  );
}

const pageOf: Readonly<Record<string, 'plan' | 'budget' | 'partners'>> = {
  plan: 'plan',
  budget: 'budget',
  people: 'partners',
};

function PlaceLink({ root }: { root: string }) {
  const { t } = useTranslation('since');
  const { proposal } = useProposal();
  const hash = parseAnswerKey(root) ? root : '';
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link
          to={`/p/$proposalId/${pageOf[root] ?? 'write'}`}
          params={{ proposalId: proposal.id }}
          hash={hash}
          {...props}
        />
      )}
    >
      {t('toPlace')}
    </Anchor>
  );
}
