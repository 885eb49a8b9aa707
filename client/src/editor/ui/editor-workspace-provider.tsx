// Everything that the editors of a page share: to be placed around the answers and the toolbar, once for a page.
import { type ReactNode, useState } from 'react';
import { EditorWorkspace } from './editor-workspace.ts';
import { FindBar } from './find-bar.tsx';
import { LinkBox } from './link-box.tsx';
import { ReplaceDialog } from './replace-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { EditorWorkspaceContext } from './use-editor-workspace.ts';
import { usePageKeys } from './use-page-keys.ts';

export function EditorWorkspaceProvider({ children }: { children: ReactNode }) {
  const [workspace] = useState(() => new EditorWorkspace());
  usePageKeys(workspace);
  return (
    <EditorWorkspaceContext value={workspace}>
      {children}
      <LinkBox />
      <FindBar />
      <ReplaceDialog />
      <ShortcutsDialog />
    </EditorWorkspaceContext>
  );
}
