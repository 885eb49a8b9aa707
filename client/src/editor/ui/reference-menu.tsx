// The menu behind "@": everything of the plan, the budget and the partners that a text can refer to.
import type { ReferenceTarget } from '@adagia/shared/references/reference-targets';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { referenceSourceOf } from '../../session/reference-source.ts';
import { CaretMenu } from './caret-menu.tsx';
import type { EditorHandle } from './editor-workspace.ts';
import { insertReference } from './insert-reference.ts';
import { filterReferences, type ReferenceItem, referenceQuery } from './reference-items.ts';
import { labelOf } from './reference-words.ts';
import { useCaretQuery } from './use-caret-query.ts';

function itemOf(target: ReferenceTarget): ReferenceItem {
  return { name: target.target, label: target.text, detail: labelOf(target), target };
}

export function ReferenceMenu({ handle }: { handle: EditorHandle }) {
  const { t } = useTranslation('references');
  const { open, dismiss } = useCaretQuery(handle, referenceQuery);
  const { doc } = handle.binding.ytext;
  const isOpen = open !== null;
  // What there is when it opens: a list that changes under the arrow keys would be worse.
  const items = useMemo(
    () => (isOpen && doc ? (referenceSourceOf(doc).get()?.targets ?? []).map(itemOf) : []),
    [isOpen, doc],
  );
  const found = useMemo(() => (open ? filterReferences(items, open.query) : []), [items, open]);
  if (!open || found.length === 0) return null;
  return (
    <CaretMenu
      handle={handle}
      anchor={open.anchor}
      label={t('menu')}
      items={found}
      onChoose={({ target }) => insertReference(handle, target, open.query)}
      onClose={dismiss}
    />
  );
}
