// A link to a page of this proposal: an ordinary one for the browser (copy, new tab), without a reload when clicked.
import { Anchor } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { pageAddress } from './place-address.ts';

interface PageLinkProps {
  page: string;
  anchor?: string;
  /** Among words: told from them by more than its colour. */
  isInText?: boolean;
  children: ReactNode;
  'aria-label'?: string;
}

export function PageLink({ page, anchor, isInText = false, children, 'aria-label': label }: PageLinkProps) {
  const { proposal } = useProposal();
  const router = useRouter();
  const href = pageAddress(proposal.id, page, anchor);
  const clicked = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void router.navigate({ href });
  };
  return (
    <Anchor
      href={href}
      underline={isInText ? 'always' : 'hover'}
      onClick={clicked}
      {...(label !== undefined && { 'aria-label': label })}
    >
      {children}
    </Anchor>
  );
}
