// What a Y.Text is made of, as far as its marks need care that the interface of yjs 13.6 does not take (mark-characters.ts,
// delete-characters.ts). mark-characters.test.ts fails where another yjs is made differently.

export interface TextItem {
  id: { clock: number };
  length: number;
  deleted: boolean;
  countable: boolean;
  right: TextItem | null;
  /** Only a mark has a key; null ends what another one began. */
  content?: { key?: string; value?: unknown };
  delete(transaction: object): void;
}

/** A Y.Text. */
export interface MarkableText {
  doc: {
    clientID: number;
    store: { clients: ReadonlyMap<number, readonly object[]> };
    transact(change: (transaction: object) => void): void;
  } | null;
  /** A TextItem. */
  _start: object | null;
  /** Places that yjs remembers with their offsets. */
  _searchMarker: unknown[] | null;
  readonly length: number;
  insert(at: number, text: string, attributes: object): void;
  format(at: number, length: number, attributes: object): void;
}

export const isMark = ({ deleted, content }: TextItem): boolean => !deleted && content?.key !== undefined;

/** Items that are not there for `format` and `insert`: as yjs does after an undo. */
export function deleteItems(ytext: MarkableText, items: readonly TextItem[], transaction: object): void {
  for (const item of items) item.delete(transaction);
  if (ytext._searchMarker) ytext._searchMarker.length = 0;
}
