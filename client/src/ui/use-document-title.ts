import { useEffect } from 'react';

/** The page's name in the tab, with the product behind it. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Adagia` : 'Adagia';
  }, [title]);
}
