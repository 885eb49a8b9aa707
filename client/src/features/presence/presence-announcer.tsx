// Says politely who comes and goes.
import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../../session/observable.ts';
import { type Announcement, type Clock, ComingsAndGoings } from './comings-and-goings.ts';
import type { PersonHere } from './people-here.ts';
import { announcing } from './presence-settings.ts';

const clock: Clock = {
  now: () => performance.now(),
  after(ms, action) {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
};

export function PresenceAnnouncer({ people }: { people: readonly PersonHere[] }) {
  const { t } = useTranslation('presence');
  const isOn = useObservable(announcing);
  const [{ entered, left }, announce] = useState<Announcement>({ entered: [], left: [] });
  const news = useRef<ComingsAndGoings>(null);
  useEffect(() => {
    const current = new ComingsAndGoings(announce, clock);
    news.current = current;
    return () => current.dispose();
  }, []);
  useEffect(() => news.current?.update(new Map(people.map(({ user }) => [user.id, user.name]))), [people]);
  const parts = [
    entered.length > 0 && t('entered', { names: entered.join(', ') }),
    left.length > 0 && t('left', { names: left.join(', ') }),
  ].filter(Boolean);
  return <VisuallyHidden role="status">{isOn ? parts.join('. ') : ''}</VisuallyHidden>;
}
