// Above the picture: how near it is seen, when the project starts, and its way out to a file or a printer.
import { can } from '@adagia/shared/roles';
import { Button, Group, Menu, SegmentedControl, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { noteExport } from '../../api/note-export.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { BaselineChoice } from './baseline/baseline-choice.tsx';
import { downloadPng, downloadSvg, printPicture } from './export-picture.ts';
import { useGoToPlace } from './go-to-place.ts';
import { usePlan } from './plan-context.ts';
import { usePicture } from './use-picture.ts';
import { useTodayMonth } from './use-today-month.ts';

export type GanttZoom = 'months' | 'quarters';

export function GanttToolbar({ zoom, onZoom }: { zoom: GanttZoom; onZoom(zoom: GanttZoom): void }) {
  const { t } = useTranslation('planPicture');
  const { proposal } = useProposal();
  return (
    <Group justify="space-between" gap="xs">
      <Group gap="sm">
        <SegmentedControl
          size="xs"
          aria-label={t('zoom')}
          value={zoom}
          onChange={(value) => onZoom(value)}
          data={[
            { value: 'months', label: t('months') },
            { value: 'quarters', label: t('quarters') },
          ]}
        />
        <BaselineChoice />
        <Dates />
      </Group>
      {can(proposal.role, 'proposal.export') && <Exports />}
    </Group>
  );
}

/** Months are counted from the start: whoever moves it moves everything. */
function Dates() {
  const { t, i18n } = useTranslation('planPicture');
  const { project } = usePlan();
  const goTo = useGoToPlace();
  const { startDate } = project.project;
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' });
  const today = useTodayMonth();
  return (
    <Text size="sm" c="dimmed" component="div">
      {startDate ? t('starts', { day: day.format(new Date(`${startDate}T12:00:00Z`)) }) : t('noStart')}{' '}
      {today !== null && t('todayIs', { month: Math.floor(today) })}{' '}
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => goTo({ page: 'facts', questionId: 'start_date' })}
        title={t('moveStartHint')}
      >
        {t('moveStart')}
      </Button>
    </Text>
  );
}

function Exports() {
  const { t } = useTranslation('planPicture');
  const { draw, name } = usePicture();
  const { proposal } = useProposal();
  const svg = () => {
    downloadSvg(draw(), name);
    noteExport(proposal.id);
  };
  const png = () => {
    const made = downloadPng(draw(), name).then(() => noteExport(proposal.id));
    // The rest of the page goes on without it.
    made.catch(() => notifications.show({ color: 'red', message: t('pngFailed') }));
  };
  return (
    <Group gap="xs">
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button size="compact-sm" variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
            {t('save')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={svg}>{t('svg')}</Menu.Item>
          <Menu.Item onClick={png}>{t('png')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => void printPicture(draw(), t('pictureTitle', { name }))}
      >
        {t('print')}
      </Button>
    </Group>
  );
}
