// A field that saves itself (field-saver.ts), as a hook.
import { notifications } from '@mantine/notifications';
import { t } from 'i18next';
import { useCallback, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { useProposal } from '../../app/proposal-context.ts';
import { keepField, keptField } from '../../offline/kept-fields.ts';
import { FieldSaver, type SaverState, type Saving } from './field-saver.ts';

export interface Autosave extends Omit<SaverState, 'draft'> {
  /** What is typed, or what is stored. */
  value: string;
  stored: string;
  change(value: string): void;
  /** Saves now. */
  commit(value?: string): void;
  /** Where somebody else has stored another value meanwhile: mine counts, or theirs. */
  overwrite(): void;
  giveUp(): void;
}

function useSaver(place: string, options: Saving): FieldSaver {
  const { me, proposal } = useProposal();
  const [saver] = useState(() => {
    const name = `${proposal.id}/${place}`;
    return new FieldSaver(options, {
      read: () => keptField(me.id, name),
      write: (field) => keepField(me.id, name, field),
    });
  });
  useLayoutEffect(() => saver.configure(options));
  return saver;
}

async function closeWithWord(saver: FieldSaver): Promise<void> {
  if (await saver.close()) return;
  notifications.show({ color: 'orange', message: t('partners:save.kept'), autoClose: 8000 });
}

/** @param place stable and unique in a proposal: `<record>/<field>` */
export function useAutosave(place: string, options: Saving): Autosave {
  const saver = useSaver(place, options);
  const { draft, state, error } = useSyncExternalStore(saver.subscribe, saver.get);
  const commit = useCallback(
    (value?: string) => {
      if (value !== undefined) saver.change(value);
      void saver.flush();
    },
    [saver],
  );
  const isUnsaved = draft !== null && saver.isUnsaved;
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
  // Another page of the app is opened within the pause.
  useEffect(() => {
    saver.reopen();
    return () => void closeWithWord(saver);
  }, [saver]);
  const { stored } = options;
  const { change, overwrite, giveUp } = saver;
  return { value: draft ?? stored, stored, state, error, change, commit, overwrite: () => void overwrite(), giveUp };
}
