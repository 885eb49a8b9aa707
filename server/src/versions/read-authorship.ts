// A reading (document-reader.ts): how much of each text is by whom, from the client ids that the server has bound to people.
import { parseAnswerKey } from '@adagia/shared/answer-key';
import { pendingIn } from '@adagia/shared/text/suggestions';
import * as Y from 'yjs';
import type { Read } from '../sync/document-reader.ts';

export interface AuthorshipArgument {
  owners: readonly [number, string][];
}

export interface Share {
  root: string;
  by: string | null;
  characters: number;
}

export const read: Read<AuthorshipArgument, Share[]> = (doc, { owners }) => {
  const ownerOf = new Map(owners);
  const roots = [...doc.share.keys()].filter((root) => parseAnswerKey(root) !== null).sort();
  return roots.flatMap((root) => {
    const counts = new Map<string | null, number>();
    const format: Record<string, unknown> = {};
    for (let item = doc.getText(root)._start; item !== null; item = item.right) {
      if (item.deleted) continue;
      if (item.content instanceof Y.ContentFormat) format[item.content.key] = item.content.value;
      // What somebody has suggested is nobody's share until it is accepted.
      if (!(item.content instanceof Y.ContentString) || pendingIn(format).insert !== null) continue;
      const by = ownerOf.get(item.id.client) ?? null;
      counts.set(by, (counts.get(by) ?? 0) + Array.from(item.content.str).length);
    }
    return [...counts].map(([by, characters]) => ({ root, by, characters }));
  });
};
