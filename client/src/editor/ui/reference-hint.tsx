// Says which live reference the caret has come to, and how it is opened; marks it on the screen.
import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorHandle } from './editor-workspace.ts';
import { $referenceAtCaret } from './reference-at-caret.ts';
import { chordsOf, keyNames } from './shortcuts.ts';

export function ReferenceHint({ handle: { editor } }: { handle: EditorHandle }) {
  const { t } = useTranslation('references');
  const [label, setLabel] = useState('');
  useEffect(() => {
    let marked: HTMLElement | null = null;
    const mark = (element: HTMLElement | null) => {
      if (marked === element) return;
      if (marked) delete marked.dataset.current;
      if (element) element.dataset.current = 'true';
      marked = element;
      setLabel(element?.getAttribute('aria-label') ?? '');
    };
    const look = () => {
      const hasFocus = editor.getRootElement() === document.activeElement;
      const key = hasFocus ? editor.getEditorState().read(() => $referenceAtCaret()?.getKey() ?? null) : null;
      mark(key === null ? null : editor.getElementByKey(key));
    };
    const stopUpdates = editor.registerUpdateListener(look);
    const stopRoot = editor.registerRootListener((root, before) => {
      before?.removeEventListener('blur', look);
      root?.addEventListener('blur', look);
    });
    return () => {
      stopUpdates();
      stopRoot();
      mark(null);
    };
  }, [editor]);
  const keys = chordsOf('openReference').slice(0, 1).flatMap(keyNames).join('+');
  return <VisuallyHidden role="status">{label && t('here', { label, keys })}</VisuallyHidden>;
}
