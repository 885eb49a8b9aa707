// A small window beside the caret. It stays within the screen and above or below the line, at any width.
import { Popover, Portal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Anchor } from './caret-anchor.ts';
import classes from './caret-popover.module.css';

interface CaretPopoverProps {
  anchor: Anchor;
  /** True: it takes the focus and keeps it; false: the focus stays in the text. */
  isModal: boolean;
  label: string;
  onClose(): void;
  children: ReactNode;
}

export function CaretPopover({ anchor: { left, top, height }, isModal, label, onClose, children }: CaretPopoverProps) {
  return (
    <>
      <Popover
        opened
        position="bottom-start"
        offset={6}
        shadow="md"
        trapFocus={isModal}
        returnFocus={false}
        closeOnEscape={false}
        onDismiss={onClose}
        withRoles={false}
        withinPortal
        transitionProps={{ duration: 0 }}
        middlewares={{ flip: true, shift: { padding: 8 } }}
      >
        <Popover.Target>
          <PopoverTarget left={left} top={top} height={height} />
        </Popover.Target>
        <Popover.Dropdown
          p={0}
          className={classes.dropdown}
          role={isModal ? 'dialog' : undefined}
          aria-label={isModal ? label : undefined}
        >
          {children}
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

/** An empty element at the caret, on the page and not in the text. */
function PopoverTarget({ left, top, height, ref }: Anchor & { ref?: React.Ref<HTMLDivElement> }) {
  return (
    <Portal>
      <div ref={ref} className={classes.target} style={{ left, top, height }} aria-hidden />
    </Portal>
  );
}
