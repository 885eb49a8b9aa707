// Whose a session is. Prepared once: asked with every request and every socket.
import type { Database } from '../open-database.ts';

export interface SessionRow {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  /** In by link, without an account. */
  isGuest: boolean;
  token: string;
  /** Milliseconds. */
  expiresAt: number;
  updatedAt: number;
}

/** @returns a lookup by token; it gives undefined for one that does not exist, also when it has expired, or the account is shut. */
export function sessionByToken({ driver }: Database): (token: string, nowMs: number) => SessionRow | undefined {
  const statement = driver.prepare<[string, number], Omit<SessionRow, 'isGuest'> & { isGuest: 0 | 1 }>(
    `SELECT session.id AS sessionId, session.token, user.id AS userId, user.name, user.email, user.is_guest AS isGuest,
            session.expires_at AS expiresAt, session.updated_at AS updatedAt
       FROM session JOIN user ON user.id = session.user_id
      WHERE session.token = ? AND session.expires_at > ?
        AND NOT EXISTS (SELECT 1 FROM disabled_person WHERE disabled_person.user_id = user.id)`,
  );
  return (token, nowMs) => {
    const row = statement.get(token, nowMs);
    return row && { ...row, isGuest: row.isGuest === 1 };
  };
}

/** @returns notes when sessions were used, all of them in one write. */
export function touchSessions(database: Database): (usedAt: ReadonlyMap<string, number>) => void {
  const statement = database.driver.prepare<[number, string]>('UPDATE session SET last_used_at = ? WHERE id = ?');
  return (usedAt) =>
    database.transaction(() => {
      for (const [sessionId, at] of usedAt) statement.run(at, sessionId);
    });
}
