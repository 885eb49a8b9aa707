// A line of a list of checks, whatever was checked: what is wrong, with the way to its place and the waiving of it; and one that was waived,
// with who, when and why.
import type { Waiver } from '@adagia/shared/plan/waivers';
import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { momentFormat } from '../../i18n/time-zone.ts';
import classes from './plan-checks.module.css';
import { usePlan } from './plan-context.ts';
import { WaiverForm } from './waiver-form.tsx';

/** What is found again by its name in the page. */
type Mark = Readonly<Record<`data-${string}`, string>>;

interface CheckLineProps {
  mark: Mark;
  /** For the names of its buttons. */
  text: string;
  onShow(): void;
  /** @returns false when the reason could not be stored */
  onWaive(reason: string): boolean;
  children: ReactNode;
}

export function CheckLine({ mark, text, onShow, onWaive, children }: CheckLineProps) {
  const { t } = useTranslation('planChecks');
  const { project } = usePlan();
  const [isWaiving, setWaiving] = useState(false);
  return (
    <li className={classes.item} {...mark}>
      <div className={classes.line}>
        <div className={classes.text}>{children}</div>
        <span className={classes.buttons}>
          <Button size="compact-xs" variant="light" aria-label={t('showPlace', { text })} onClick={onShow}>
            {t('show')}
          </Button>
          {project.canWrite && !isWaiving && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('waiveText', { text })}
              onClick={() => setWaiving(true)}
            >
              {t('waive')}
            </Button>
          )}
        </span>
      </div>
      {isWaiving && <WaiverForm onStore={onWaive} onCancel={() => setWaiving(false)} />}
    </li>
  );
}

interface WaivedLineProps {
  mark: Mark;
  text: string;
  waiver: Waiver;
  onTakeBack(): void;
}

export function WaivedLine({ mark, text, waiver, onTakeBack }: WaivedLineProps) {
  const { t, i18n } = useTranslation('planChecks');
  const { project } = usePlan();
  const { proposal } = useProposal();
  const name = proposal.members.find(({ userId }) => userId === waiver.by)?.name ?? t('somebody');
  const when = momentFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(waiver.at));
  return (
    <li className={classes.item} {...mark}>
      <div className={classes.line}>
        <div className={classes.text}>
          <Text size="sm">{text}</Text>
          <Text size="sm" c="dimmed" className={classes.reason}>
            {t('waivedBy', { reason: waiver.reason, name, when })}
          </Text>
        </div>
        {project.canWrite && (
          <Button size="compact-xs" variant="subtle" aria-label={t('takeBackText', { text })} onClick={onTakeBack}>
            {t('takeBack')}
          </Button>
        )}
      </div>
    </li>
  );
}
