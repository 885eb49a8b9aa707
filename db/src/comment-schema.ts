// What comments have beside their words: what they said before, and who answered them with a sign.
import { sqliteKit } from './column-kit.ts';
import { comment, user } from './schema.ts';

const { table, index, primaryKey, str, int } = sqliteKit;

/** Words of a comment that its author has changed since: readable by whoever may read the comment, gone with it. */
export const commentWording = table(
  'comment_wording',
  {
    id: str('id').primaryKey(),
    commentId: str('comment_id')
      .notNull()
      .references(() => comment.id),
    body: str('body').notNull(),
    /** When it was written. */
    at: int('at').notNull(),
  },
  (t) => [index('comment_wording_comment').on(t.commentId, t.at)],
);

export const commentReaction = table(
  'comment_reaction',
  {
    commentId: str('comment_id')
      .notNull()
      .references(() => comment.id),
    userId: str('user_id')
      .notNull()
      .references(() => user.id),
    /** Reaction of shared/api/review.ts. */
    reaction: str('reaction').notNull(),
    at: int('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.commentId, t.userId, t.reaction] })],
);
