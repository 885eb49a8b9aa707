// What belongs to the installation and to no proposal: who looks after it.
import { sqliteKit } from './column-kit.ts';
import { user } from './schema.ts';

const { table, str, int } = sqliteKit;

export const administrator = table('administrator', {
  userId: str('user_id')
    .primaryKey()
    .references(() => user.id),
  /** null: the first account, or named by the command on the machine. */
  namedBy: str('named_by'),
  at: int('at').notNull(),
});
