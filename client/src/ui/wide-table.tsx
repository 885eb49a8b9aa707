// A table that is wider than a phone: it scrolls by itself, also by keys, and the page does not.
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './wide-table.module.css';

export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // Only what has the focus can be scrolled by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      <Table verticalSpacing="xs" className={classes.table}>
        {children}
      </Table>
    </section>
  );
}
