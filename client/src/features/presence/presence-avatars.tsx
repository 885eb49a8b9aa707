// Who is here now: up to five avatars, then "+N". A click goes to the person, a second one follows them; scrolling or a
// key ends it. The menu names everybody and turns the announcements off.
import { Button, Menu, UnstyledButton } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProposal } from '../../app/proposal-context.ts';
import { useObservable } from '../../session/observable.ts';
import { initialsOf } from '../../ui/person-badge.tsx';
import { attentionOf, nextAttention, useStopFollowing } from './follow.ts';
import { type PersonHere, usePeopleHere } from './people-here.ts';
import classes from './presence.module.css';
import { PresenceAnnouncer } from './presence-announcer.tsx';
import { announcing } from './presence-settings.ts';
import { useFollowing } from './use-following.ts';
import { useGoToPlace } from './use-go-to-place.ts';

const AVATARS_MAX = 5;

export function PresenceAvatars() {
  const { t } = useTranslation('presence');
  const { session } = useProposal();
  const people = usePeopleHere();
  const attention = useObservable(attentionOf(session));
  const goTo = useGoToPlace();
  const followed = people.find(({ user }) => attention?.isFollowing && user.id === attention.userId);
  useStopFollowing(session);
  useFollowing(followed, goTo);
  const choose = (person: PersonHere) => {
    const next = nextAttention(attentionOf(session).get(), person.user.id);
    attentionOf(session).set(next);
    if (next) goTo(person);
  };
  return (
    <div className={classes.avatars} role="group" aria-label={t('people')}>
      {people.slice(0, AVATARS_MAX).map((person) => (
        <PersonAvatar
          key={person.user.id}
          person={person}
          hasJumped={attention?.userId === person.user.id}
          isFollowed={followed === person}
          onChoose={choose}
        />
      ))}
      <PeopleMenu people={people} onChoose={choose} />
      {followed && <FollowingNotice person={followed} onStop={() => attentionOf(session).set(null)} />}
      <PresenceAnnouncer people={people} />
    </div>
  );
}

interface PersonAvatarProps {
  person: PersonHere;
  hasJumped: boolean;
  isFollowed: boolean;
  onChoose(person: PersonHere): void;
}

function PersonAvatar({ person, hasJumped, isFollowed, onChoose }: PersonAvatarProps) {
  const { t } = useTranslation('presence');
  const { id, name, colour } = person.user;
  const label = isFollowed ? t('stopFollowing', { name }) : hasJumped ? t('follow', { name }) : t('goTo', { name });
  return (
    <UnstyledButton
      className={classes.avatar}
      style={{ backgroundColor: colour }}
      data-avatar={id}
      data-followed={isFollowed || undefined}
      aria-label={label}
      title={label}
      data-initials={initialsOf(name)}
      onClick={() => onChoose(person)}
    />
  );
}

function PeopleMenu({ people, onChoose }: { people: readonly PersonHere[]; onChoose(person: PersonHere): void }) {
  const { t } = useTranslation('presence');
  const isAnnouncing = useObservable(announcing);
  const more = people.length - AVATARS_MAX;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          data-avatar=""
          aria-label={more > 0 ? t('morePeople', { count: more }) : t('settings')}
        >
          {more > 0 ? t('more', { count: more }) : <IconUsers size={18} aria-hidden />}
        </Button>
      </Menu.Target>
      <Menu.Dropdown data-avatar="">
        <Menu.Label>{people.length > 0 ? t('people') : t('nobody')}</Menu.Label>
        {people.map((person) => (
          <Menu.Item
            key={person.user.id}
            onClick={() => onChoose(person)}
            aria-label={t('goTo', { name: person.user.name })}
          >
            <span className={classes.avatarName}>
              <span
                className={classes.dot}
                style={{ backgroundColor: person.user.colour }}
                data-initials={initialsOf(person.user.name)}
                aria-hidden
              />
              <bdi>{person.user.name}</bdi>
            </span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.CheckboxItem checked={isAnnouncing} onChange={announcing.set}>
          {t('announce')}
        </Menu.CheckboxItem>
      </Menu.Dropdown>
    </Menu>
  );
}

function FollowingNotice({ person: { user }, onStop }: { person: PersonHere; onStop(): void }) {
  const { t } = useTranslation('presence');
  return (
    <div className={classes.following} style={{ backgroundColor: user.colour }} role="status" data-following={user.id}>
      <span>{t('following', { name: user.name })}</span>
      <Button size="compact-xs" variant="white" onClick={onStop}>
        {t('stop')}
      </Button>
    </div>
  );
}
