// The editors of this page, to components below <EditorWorkspaceProvider>.
import { must } from '@adagia/shared/assert';
import { createContext, useContext, useEffect } from 'react';
import type { CommentAction, EditorWorkspace } from './editor-workspace.ts';

export const EditorWorkspaceContext = createContext<EditorWorkspace | null>(null);

export function useEditorWorkspace(): EditorWorkspace {
  return must(useContext(EditorWorkspaceContext), 'an editor outside of an EditorWorkspaceProvider');
}

/** Fills the comment button of the toolbar and Mod+Alt+M for as long as the component is there. */
export function useCommentAction(action: CommentAction | null): void {
  const workspace = useEditorWorkspace();
  useEffect(() => (action ? workspace.registerComment(action) : undefined), [workspace, action]);
}
