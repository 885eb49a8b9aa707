// The card in which a new comment is written.
import { placeIdOf } from '@adagia/shared/comment-places';
import { Card, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { changeComments, type NewComment } from '../comment-state.ts';
import classes from '../comments.module.css';
import { useThreadPlaces } from '../thread-places.ts';
import { useTargetNames } from '../use-target-names.ts';
import { useThreadActions } from '../use-threads.ts';
import { Composer } from './composer.tsx';

/** Not by what stands around the words: that changes while one thinks. */
function draftKeyOf({ target }: NewComment, proposalId: string): string {
  const place = `${proposalId} ${placeIdOf(target)}`;
  return 'key' in target ? `${place} ${target.kind === 'passage' ? target.quote : ''}` : place;
}

export function NewThread({ composing }: { composing: NewComment }) {
  const { t } = useTranslation('comments');
  const { proposal } = useProposal();
  const { create } = useThreadActions();
  const { nameOf } = useTargetNames();
  const places = useThreadPlaces();
  const { target } = composing;
  useEffect(() => {
    places.revealNew(composing);
  }, [places, composing]);
  return (
    <Card component="section" withBorder padding="sm" className={classes.card} data-active aria-label={t('new')}>
      {target.kind === 'passage' ? (
        <blockquote className={classes.quote}>{target.quote}</blockquote>
      ) : (
        <Text size="xs" c="dimmed" mb={4} lineClamp={2}>
          {nameOf(target)}
        </Text>
      )}
      <Composer
        draftKey={draftKeyOf(composing, proposal.id)}
        label={t('placeholder')}
        submitLabel={t('send')}
        hasFocus
        onCancel={() => places.leave(places.markedNew(composing))}
        onSubmit={async (body) => {
          const id = await create(composing, body);
          if (id) changeComments({ composing: null, active: id, takesFocus: true });
          return id !== null;
        }}
      />
    </Card>
  );
}
