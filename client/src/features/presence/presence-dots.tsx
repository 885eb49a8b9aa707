// Dots with initials where somebody is: beside a section of the outline, beside a page in the navigation.

import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { initialsOf } from '../../ui/person-badge.tsx';
import { type PersonHere, pageOf, usePeopleHere } from './people-here.ts';
import classes from './presence.module.css';

/** More would not fit beside a title; the others are named for screen readers. */
const DOTS_MAX = 3;

function Dots({ people }: { people: readonly PersonHere[] }) {
  const { t } = useTranslation('presence');
  if (people.length === 0) return null;
  const names = people.map(({ user }) => user.name).join(', ');
  return (
    <span className={classes.dots} data-presence-dots="">
      {people.slice(0, DOTS_MAX).map(({ user }) => (
        <span
          key={user.id}
          className={classes.dot}
          style={{ backgroundColor: user.colour }}
          data-initials={initialsOf(user.name)}
          title={user.name}
          aria-hidden
        />
      ))}
      {people.length > DOTS_MAX && <span aria-hidden>{t('more', { count: people.length - DOTS_MAX })}</span>}
      <VisuallyHidden>{t('areHere', { names })}</VisuallyHidden>
    </span>
  );
}

/** @param keys of the answers that the section has */
export function PresenceDots({ keys }: { keys: ReadonlySet<string> }) {
  const people = usePeopleHere();
  return <Dots people={people.filter(({ place }) => place?.kind === 'answer' && keys.has(place.key))} />;
}

/** @param page 'write', 'plan', 'budget', 'portal', … as pages name themselves in `usePagePlace` */
export function PagePresenceDots({ page }: { page: string }) {
  const people = usePeopleHere();
  return <Dots people={people.filter(({ place }) => pageOf(place) === page)} />;
}
