// What opens over the answers on demand: find, replace, the list of keys. A part of its own, fetched as soon as the page stands,
// so that nobody waits for it before they can write.
import { FindBar } from './find-bar.tsx';
import { ReplaceDialog } from './replace-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

export function WorkspaceWindows() {
  return (
    <>
      <FindBar />
      <ReplaceDialog />
      <ShortcutsDialog />
    </>
  );
}
