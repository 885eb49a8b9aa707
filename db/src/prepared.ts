// Queries of the query builder that are built once for each database instead of with every call: building one costs ten times
// what SQLite spends on answering it. Write the varying values as `sql.placeholder(name)`.
import { getTableColumns, type Placeholder, sql, type Table } from 'drizzle-orm';
import type { Tx } from './open-database.ts';

/** @param build ends in `.prepare()` @returns finds the query of a database, and builds it the first time */
export function prepared<Q>(build: (tx: Tx) => Q): (tx: Tx) => Q {
  const known = new WeakMap<Tx, Q>();
  return (tx) => {
    let query = known.get(tx);
    if (query === undefined) {
      query = build(tx);
      known.set(tx, query);
    }
    return query;
  };
}

/** For `insert(table).values(…)`: every column from the value of its name. */
export function placeholders<T extends Table>(table: T): Record<keyof T['_']['columns'] & string, Placeholder> {
  const names = Object.keys(getTableColumns(table)) as (keyof T['_']['columns'] & string)[];
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as ReturnType<typeof placeholders<T>>;
}
