// Words are looked for by their places in the text as it is kept, and a preview shows another: so there is never both.
import type { EditorWorkspace } from '../../editor/ui/editor-workspace.ts';

/** Whichever comes later stays. @returns a function that stops it */
export function keepWindowsApart({ preview, window }: Pick<EditorWorkspace, 'preview' | 'window'>): () => void {
  const stops = [
    window.subscribe(() => window.get() && preview.set(null)),
    preview.subscribe(() => preview.get() && window.set(null)),
  ];
  return () => stops.forEach((stop) => stop());
}
