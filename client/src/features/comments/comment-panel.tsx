// All comments of the proposal beside the text, with filters; the place where new ones are written.
import type { Thread } from '@adagia/shared/api/review';
import { ActionIcon, Drawer, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useEditorWorkspace } from '../../editor/ui/use-editor-workspace.ts';
import { useObservable } from '../../session/observable.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { changePanel, commentPanel, compose, type NewComment } from './comment-panel-state.ts';
import classes from './comments.module.css';
import { Composer } from './composer.tsx';
import { type CommentFilter, commentFilters, filterThreads, useIsGone } from './filter-threads.ts';
import { newCommentAt } from './passage.ts';
import { ThreadCard } from './thread-card.tsx';
import { useTargetNames } from './use-target-names.ts';
import { markRead, useAllThreads, useThreadActions } from './use-threads.ts';

/** The editors' comment button and key open a composer here, while this page is shown. */
function useCommentAction(): void {
  const { session } = useProposal();
  const workspace = useEditorWorkspace();
  useEffect(
    () =>
      workspace.registerComment((request) => compose(newCommentAt(session.doc.getText(request.answerKey), request))),
    [workspace, session],
  );
}

/** On a wide screen the page makes room for the panel. */
function useRoomBeside(isOpen: boolean): void {
  useEffect(() => {
    document.body.classList.toggle('comments-open', isOpen);
    return () => document.body.classList.remove('comments-open');
  }, [isOpen]);
}

export function CommentPanel() {
  const { t } = useTranslation('comments');
  const { isOpen } = useObservable(commentPanel);
  const workspace = useEditorWorkspace();
  useCommentAction();
  useRoomBeside(isOpen);
  const close = () => {
    changePanel({ isOpen: false, focused: null });
    workspace.active.get()?.editor.focus();
  };
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      position="right"
      size={400}
      title={t('title')}
      withOverlay={false}
      lockScroll={false}
      trapFocus={false}
      closeOnClickOutside={false}
      // Below the header and its pages, beside the text: nobody writes about what they cannot see.
      zIndex={90}
      classNames={{ inner: classes.panel }}
    >
      <PanelContent />
    </Drawer>
  );
}

function PanelContent() {
  const { t } = useTranslation('comments');
  const { me } = useProposal();
  const { composing, focused } = useObservable(commentPanel);
  const threads = useAllThreads();
  const isGone = useIsGone();
  const { nameOf, goTo } = useTargetNames();
  const [filter, setFilter] = useState<CommentFilter>('Open');
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const shown = filterThreads(threads, { filter, organisationId, me: me.id, isGone });
  useAttention(shown);
  return (
    <Stack gap="sm">
      {composing && <NewThread composing={composing} about={nameOf(composing.target)} />}
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('filterLabel')}
        value={filter}
        onChange={(value) => setFilter(commentFilters.find((one) => one === value) ?? 'Open')}
        data={commentFilters.map((value) => ({ value, label: t(`filter${value}`) }))}
      />
      <PanelTools shown={shown} organisationId={organisationId} onOrganisation={setOrganisationId} />
      {shown.length === 0 && <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
      {shown.map((thread) => (
        <ThreadCard
          key={thread.id}
          thread={thread}
          about={nameOf(thread.target)}
          isGone={isGone(thread)}
          isFocused={thread.id === focused}
          onGoTo={() => {
            changePanel({ focused: thread.id });
            goTo(thread.target);
          }}
        />
      ))}
    </Stack>
  );
}

function NewThread({ composing, about }: { composing: NewComment; about: string }) {
  const { t } = useTranslation('comments');
  const { create } = useThreadActions();
  const key = JSON.stringify(composing.target);
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4}>
        {about}
      </Text>
      <Composer
        key={key}
        draftKey={key}
        label={t('placeholder')}
        submitLabel={t('send')}
        hasFocus
        onCancel={() => changePanel({ composing: null })}
        onSubmit={async (body) => {
          const id = await create(composing, body);
          if (id) changePanel({ composing: null, focused: id });
          return id !== null;
        }}
      />
    </div>
  );
}

interface PanelToolsProps {
  shown: readonly Thread[];
  organisationId: string | null;
  onOrganisation(id: string | null): void;
}

function PanelTools({ shown, organisationId, onOrganisation }: PanelToolsProps) {
  const { t } = useTranslation('comments');
  const { proposal } = useProposal();
  const { focused } = useObservable(commentPanel);
  const step = (by: 1 | -1) => {
    const at = shown.findIndex(({ id }) => id === focused);
    const from = at < 0 && by < 0 ? 0 : at;
    const next = shown[(from + by + shown.length) % shown.length];
    if (next) changePanel({ focused: next.id });
  };
  return (
    <Group gap="xs" wrap="nowrap">
      <Select
        size="xs"
        flex={1}
        aria-label={t('organisation')}
        placeholder={t('allOrganisations')}
        clearable
        data={proposal.organisations.map(({ id, legalName }, index) => ({
          value: id as string,
          label: `P${index + 1} ${legalName}`,
        }))}
        value={organisationId}
        onChange={onOrganisation}
      />
      <ActionIcon variant="default" aria-label={t('previous')} onClick={() => step(-1)}>
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={t('next')} onClick={() => step(1)}>
        <IconArrowDown size={16} />
      </ActionIcon>
    </Group>
  );
}

/** What one looks at is read, and scrolled to. */
function useAttention(shown: readonly Thread[]): void {
  const { focused } = useObservable(commentPanel);
  const { proposal } = useProposal();
  const thread = shown.find(({ id }) => id === focused);
  const unreadId = thread?.isUnread ? thread.id : null;
  useEffect(() => {
    if (unreadId) void markRead(proposal.id, unreadId);
  }, [proposal.id, unreadId]);
  useEffect(() => {
    if (focused) document.querySelector(`#thread-${focused}`)?.scrollIntoView({ block: 'nearest' });
  }, [focused]);
}
