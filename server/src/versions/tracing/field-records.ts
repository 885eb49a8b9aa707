// Who gave each field its value since a moment, and what it was before: fields of the maps, and attributes of a text as a whole.
import type { FieldTrace } from '@adagia/shared/versions/person-trace';
import type * as Y from 'yjs';

type Value = FieldTrace['before'];

export interface FieldRecord {
  root: string;
  key: string;
  before: Value;
  after: Value;
  overtakenBy: string | null;
}

type Fields = Pick<Y.AbstractType<unknown>, '_map'>;

function valueOf(fields: Fields, key: string): Value {
  const item = fields._map.get(key);
  return item && !item.deleted ? (item.content.getContent().at(-1) as Value) : null;
}

export class FieldRecords {
  /** As they are, by root and key. */
  readonly #values = new Map<string, Value>();
  readonly #records = new Map<string, FieldRecord>();

  /** As they were at the beginning. */
  begin(root: string, fields: Fields): void {
    for (const key of fields._map.keys()) this.#values.set(`${root} ${key}`, valueOf(fields, key));
  }

  /** @param author of the update that has just changed it */
  note(root: string, fields: Fields, key: string, author: { isTraced: boolean; id: string | null }): void {
    const name = `${root} ${key}`;
    const [before, after] = [this.#values.get(name) ?? null, valueOf(fields, key)];
    this.#values.set(name, after);
    const known = this.#records.get(name);
    // Written at the same moment as a value that counts more: nothing has changed.
    if (before === after) return;
    if (!author.isTraced) {
      if (known) known.overtakenBy = author.id ?? '';
    } else if (known && known.overtakenBy === null) known.after = after;
    // What somebody else wrote over theirs is what it was before they wrote it again.
    else this.#records.set(name, { root, key, before, after, overtakenBy: null });
  }

  /** Those that they wrote and that are not as they were before. */
  get all(): FieldRecord[] {
    return [...this.#records.values()].filter(
      ({ before, after, overtakenBy }) => overtakenBy !== null || before !== after,
    );
  }
}
