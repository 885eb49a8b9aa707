// Comments that slide in beside what they are about, and leave it to be read and worked in.
import { Drawer } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './comment-column.module.css';

interface CommentDrawerProps {
  isOpen: boolean;
  onClose(): void;
  title: string;
  /** Of the page while it is open: where there is room for both, it makes some. */
  pageClass: 'comments-open' | 'comments-beside';
  children: ReactNode;
}

export function CommentDrawer({ isOpen, onClose, title, pageClass, children }: CommentDrawerProps) {
  const { t } = useTranslation('comments');
  useEffect(() => {
    document.body.classList.toggle(pageClass, isOpen);
    return () => document.body.classList.remove(pageClass);
  }, [isOpen, pageClass]);
  // Not by the drawer itself, which takes the key before a card can give the keyboard back to where it came from.
  useWindowEvent('keydown', (event) => {
    if (isOpen && event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) onClose();
  });
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size={400}
      title={title}
      withOverlay={false}
      lockScroll={false}
      trapFocus={false}
      returnFocus={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('close') }}
      // Below the header and its pages: nobody writes about what they cannot see.
      zIndex={100}
      classNames={{ inner: classes.drawer }}
    >
      {children}
    </Drawer>
  );
}
