// Has the suggestions of the page painted, by code that is fetched once the page is there: nobody waits for it to type.
import { useEffect } from 'react';
import { useEditorWorkspace } from '../../editor/ui/use-editor-workspace.ts';
import { useObservable } from '../../session/observable.ts';

export function SuggestionPaint() {
  const workspace = useEditorWorkspace();
  const preview = useObservable(workspace.preview);
  useEffect(() => {
    if (preview) return undefined;
    let stop = () => {};
    let isGone = false;
    const begin = async () => {
      const { paintPage } = await import('./painting/paint-page.ts');
      if (!isGone) stop = paintPage(workspace);
    };
    void begin();
    return () => {
      isGone = true;
      stop();
    };
  }, [workspace, preview]);
  return null;
}
