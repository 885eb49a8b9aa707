// Find, replace and a printer go through the whole page: before they do, all of it is drawn.
import { useEffect } from 'react';
import { useEditorWorkspace } from '../../editor/ui/use-editor-workspace.ts';
import { drawEverything } from './drawing.ts';

export function DrawForSearch() {
  const workspace = useEditorWorkspace();
  useEffect(() => {
    const stop = workspace.window.subscribe(() => workspace.window.get() && drawEverything());
    addEventListener('beforeprint', drawEverything);
    return () => {
      stop();
      removeEventListener('beforeprint', drawEverything);
    };
  }, [workspace]);
  return null;
}
