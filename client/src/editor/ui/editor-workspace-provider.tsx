// Everything that the editors of a page share: to be placed around the answers and the toolbar, once for a page.
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { withWords } from '../../i18n/with-words.ts';
import { EditorWorkspace } from './editor-workspace.ts';
import { LinkBox } from './link-box.tsx';
import { EditorWorkspaceContext } from './use-editor-workspace.ts';
import { usePageKeys } from './use-page-keys.ts';

const WorkspaceWindows = lazy(async () => ({
  default: (await withWords(import('./workspace-windows.tsx'))).WorkspaceWindows,
}));

export function EditorWorkspaceProvider({ children }: { children: ReactNode }) {
  const [workspace] = useState(() => new EditorWorkspace());
  usePageKeys(workspace);
  return (
    <EditorWorkspaceContext value={workspace}>
      {children}
      <LinkBox />
      <Suspense fallback={null}>
        <WorkspaceWindows />
      </Suspense>
    </EditorWorkspaceContext>
  );
}
