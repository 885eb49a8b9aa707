// A reading (document-reader.ts): what a version keeps of the document, root by root, with the author of every character as the
// server has recorded it.
import { mapNames } from '@adagia/shared/document';
import type { FieldsPart, TextPart, VersionPart } from '@adagia/shared/versions/version-part';
import * as Y from 'yjs';
import type { Read } from '../sync/document-reader.ts';

export interface PartsArgument {
  /** Client ids of the document and whose they are. */
  owners: readonly [number, string][];
}

const ANSWER = 'answer:';

type Op = TextPart['ops'][number];

/** Comments are not part of what was written. */
const withoutComments = (attributes: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !name.startsWith('comment:')));

function sameAttributes(a: Op['attributes'], b: Op['attributes']): boolean {
  const [one, other] = [Object.entries(a ?? {}), b ?? {}];
  return one.length === Object.keys(other).length && one.every(([name, value]) => other[name] === value);
}

/** @param owners of client ids: whose words are told apart */
export function readText(text: Y.Text, owners: Pick<ReadonlyMap<number, string>, 'get'>): TextPart {
  const authors: string[] = [];
  const indexOf = (clientId: number): number | undefined => {
    const owner = owners.get(clientId);
    if (owner === undefined) return undefined;
    if (!authors.includes(owner)) authors.push(owner);
    return authors.indexOf(owner);
  };
  const ops: Op[] = [];
  const format = new Map<string, unknown>();
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { content } = item;
    if (content instanceof Y.ContentFormat) {
      if (content.value === null) format.delete(content.key);
      else format.set(content.key, content.value);
    } else if (content instanceof Y.ContentString) {
      const attributes = withoutComments(Object.fromEntries(format));
      const by = indexOf(item.id.client);
      const last = ops.at(-1);
      if (last && last.by === by && sameAttributes(last.attributes, attributes)) last.insert += content.str;
      else
        ops.push({
          insert: content.str,
          ...(Object.keys(attributes).length > 0 && { attributes }),
          ...(by !== undefined && { by }),
        });
    }
  }
  return { kind: 'text', ops, last: withoutComments(text.getAttributes()), authors };
}

function readFields(map: Y.Map<unknown>): FieldsPart {
  const entries = [...map.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return { kind: 'fields', fields: Object.fromEntries(entries) as FieldsPart['fields'] };
}

export const read: Read<PartsArgument, [string, VersionPart][]> = (doc, { owners }) => {
  const ownerOf = new Map(owners);
  const answers = [...doc.share.keys()].filter((name) => name.startsWith(ANSWER)).sort();
  return [
    ...answers.map((root): [string, VersionPart] => [root, readText(doc.getText(root), ownerOf)]),
    ...mapNames.map((root): [string, VersionPart] => [root, readFields(doc.getMap(root))]),
  ];
};
