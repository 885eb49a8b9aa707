// The history of one figure: who wrote what, when, and what was there before, newest first; asked for only when it is opened. Each
// value can be put back, as a new edit of one's own.
import type { FigureChange } from '@adagia/shared/api/figures';
import { Button, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../../app/proposal-context.ts';
import { momentFormat } from '../../../i18n/time-zone.ts';
import { Waiting } from '../../../pages/require-me.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PersonBadge } from '../../../ui/person-badge.tsx';
import { problemText } from '../../../ui/show-problem.ts';
import type { GridCell } from '../grid-model.ts';
import { useCanWriteFigure, useFigureWriter } from '../negotiation/use-figure-writer.ts';
import classes from './history-dialog.module.css';
import { useFigureHistory } from './use-figure-history.ts';
import { useFigureText } from './use-figure-text.ts';

interface HistoryDialogProps {
  cell: GridCell;
  name: string;
  onClose(): void;
}

export function HistoryDialog({ cell, name, onClose }: HistoryDialogProps) {
  const { t } = useTranslation(['figures', 'common']);
  return (
    <Modal
      opened
      onClose={onClose}
      // To the cell, not to the button: that is where one came from.
      returnFocus={false}
      title={t('historyOf', { name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <History cell={cell} figure={cell.figure ?? ''} />
    </Modal>
  );
}

function History({ cell, figure }: { cell: GridCell; figure: string }) {
  const { t } = useTranslation('figures');
  const { changes, isWaiting, error, more, isAsking } = useFigureHistory(figure);
  // What was proposed first says nothing about what the cell held.
  const first = changes.findLast(({ part }) => part === 'agreed');
  if (error) return <EmptyState title={problemText(error)} />;
  if (isWaiting) return <Waiting />;
  return (
    <>
      {changes.length === 0 && <EmptyState title={t('noHistory')} />}
      <ol className={classes.list}>
        {changes.map((change) => (
          <Change key={change.id} change={change} cell={cell} />
        ))}
        {first && !more && <First change={first} cell={cell} />}
      </ol>
      {more && (
        <Button variant="default" mt="md" loading={isAsking} onClick={more}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

function Change({ change, cell }: { change: FigureChange; cell: GridCell }) {
  const { t, i18n } = useTranslation('figures');
  const { proposal } = useProposal();
  const textOf = useFigureText(cell.isCount);
  const index = proposal.organisations.findIndex(({ id }) => id === change.organisationId);
  const { overtaken, before, after, at } = change;
  const when = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
  return (
    <li className={classes.change} data-overtaken={overtaken !== null || undefined}>
      <PersonBadge id={change.actorId} name={change.actorName} size={28} />
      <div className={classes.words}>
        <Text size="sm">
          <bdi>{change.actorName}</bdi>
          {index >= 0 && ` (P${index + 1})`}
        </Text>
        <Text size="sm" className={classes.values}>
          {overtaken === null
            ? t(wordsOf(change), { before: textOf(before), after: textOf(after) })
            : t('overtaken', { value: textOf(overtaken), after: textOf(after) })}
        </Text>
        <Text size="xs" c="dimmed" component="time" dateTime={at}>
          {when}
        </Text>
      </div>
      {(change.part === 'agreed' || after !== null) && <Restore value={overtaken ?? after} cell={cell} />}
    </li>
  );
}

/** What was proposed, offered or taken is said as that. */
function wordsOf({ part, after }: FigureChange) {
  if (part === 'agreed') return 'fromTo';
  return `${part}${after === null ? 'Gone' : 'FromTo'}` as const;
}

/** What was there before anybody is known to have changed it: from the import, or the copy, that the proposal began with. */
function First({ change: { before }, cell }: { change: FigureChange; cell: GridCell }) {
  const { t } = useTranslation('figures');
  const textOf = useFigureText(cell.isCount);
  return (
    <li className={classes.change}>
      <span />
      <Text size="sm" className={classes.words}>
        {t('atFirst', { value: textOf(before) })}
      </Text>
      <Restore value={before} cell={cell} />
    </li>
  );
}

/** An edit like any other: within what I may write, for everybody to see, and undone as every edit. */
function Restore({ value, cell }: { value: number | null; cell: GridCell }) {
  const { t } = useTranslation('figures');
  const write = useFigureWriter();
  const textOf = useFigureText(cell.isCount);
  const { key } = cell;
  const isOpen = useCanWriteFigure(key);
  if (key === null || !isOpen) return null;
  if (value === cell.value) return <Text className={classes.now}>{t('now')}</Text>;
  return (
    <Button
      size="compact-xs"
      variant="light"
      aria-label={t('restoreValue', { value: textOf(value) })}
      onClick={() => write({ [key]: value ?? undefined })}
    >
      {t('restore')}
    </Button>
  );
}
