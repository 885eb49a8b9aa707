// An answer cut where the author changes, each piece with its own, and how much each of them wrote. Pure.
import type { AnswerAuthors } from '@adagia/shared/api/versions';
import { authoredBlocks } from '@adagia/shared/versions/version-part';

export interface AuthoredPiece {
  text: string;
  format: { bold?: boolean; italic?: boolean };
  /** Id of a person; null: nobody that the server knows. */
  by: string | null;
  /** When the page was first written in from which these words came; null: not known. ISO time. */
  openedAt: string | null;
  /** Number of the piece in the answer. */
  index: number;
}

export interface AuthoredLine {
  kind: string;
  indent: number;
  pieces: AuthoredPiece[];
}

export function authoredLines({ part, pages }: AnswerAuthors): AuthoredLine[] {
  const known = new Map(pages.map((page) => [page.page, page]));
  let index = -1;
  return authoredBlocks(part).map(({ kind, indent, runs }) => ({
    kind,
    indent,
    pieces: runs.map(({ text, format, by }) => {
      const page = by === null ? undefined : known.get(by);
      index += 1;
      return { text, format, by: page?.by ?? null, openedAt: page?.openedAt ?? null, index };
    }),
  }));
}
