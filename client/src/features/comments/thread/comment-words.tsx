// The words of a comment: names that are told of it stand out, addresses lead where they point, and those of a place in this proposal
// are called by what is there. Built from text alone: nothing that somebody typed becomes markup.
import { mentionRanges } from '@adagia/shared/text/mentions';
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { useProposal } from '../../../app/proposal-context.ts';
import classes from '../comments.module.css';
import { useNameable } from '../use-nameable.ts';
import { linkRanges } from './link-ranges.ts';
import { usePlaceName } from './use-place-name.ts';

interface Piece {
  start: number;
  end: number;
  node: ReactNode;
}

export const CommentWords = memo(function CommentWords({ body }: { body: string }) {
  const { me } = useProposal();
  const { people, groups } = useNameable();
  const text = body.normalize('NFC');
  const links = linkRanges(text).map(({ start, end }): Piece => {
    return { start, end, node: <Address url={text.slice(start, end)} /> };
  });
  const mentions = mentionRanges(text, people, groups).map(({ start, end, whom }): Piece => {
    const name = (
      <bdi className={classes.mention} data-me={whom.has(me.id) || undefined}>
        {text.slice(start, end)}
      </bdi>
    );
    return { start, end, node: name };
  });
  const pieces = [...links, ...mentions].sort((a, b) => a.start - b.start);
  const shown: ReactNode[] = [];
  let at = 0;
  for (const { start, end, node } of pieces) {
    // A name inside an address is a part of it.
    if (start < at) continue;
    shown.push(text.slice(at, start), <span key={start}>{node}</span>);
    at = end;
  }
  return (
    <p className={classes.text} dir="auto">
      {shown}
      {text.slice(at)}
    </p>
  );
});

function Address({ url }: { url: string }) {
  const placeName = usePlaceName();
  const place = placeName(url);
  if (!place) {
    return (
      <a href={url} target="_blank" rel="noreferrer nofollow" className={classes.address}>
        {url}
      </a>
    );
  }
  return (
    <Link to={place.path as never} {...(place.hash && { hash: place.hash })} className={classes.place ?? ''}>
      {place.name}
    </Link>
  );
}
