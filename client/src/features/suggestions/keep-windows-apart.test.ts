import { expect, test } from 'vitest';
import { EditorWorkspace } from '../../editor/ui/editor-workspace.ts';
import { keepWindowsApart } from './keep-windows-apart.ts';

test('a preview closes the find bar, and the find bar ends the preview', () => {
  const workspace = new EditorWorkspace();
  const stop = keepWindowsApart(workspace);
  workspace.window.set('find');
  workspace.preview.set('accepted');
  expect(workspace.window.get()).toBeNull();
  expect(workspace.preview.get()).toBe('accepted');
  workspace.window.set('find');
  expect(workspace.preview.get()).toBeNull();
  expect(workspace.window.get()).toBe('find');
  stop();
  workspace.preview.set('base');
  expect(workspace.window.get()).toBe('find');
});
