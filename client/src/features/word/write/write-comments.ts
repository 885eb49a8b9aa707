// Comments of a proposal as Word has them: each reply is a comment of its own about the same words, which says what it replies to.
import { CommentRangeEnd, CommentRangeStart, CommentReference, type ICommentOptions, Paragraph, TextRun } from 'docx';
import type { WordThread } from './word-part.ts';
import { isRightToLeft } from './write-directions.ts';

type Child = CommentRangeStart | CommentRangeEnd | TextRun;

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => /^./u.exec(word)?.[0] ?? '')
    .join('')
    .slice(0, 3);

/** Word reads whole seconds. */
const dateOf = (atMs: number): Date => new Date(Math.floor(atMs / 1000) * 1000);

const paragraphsOf = (body: string): Paragraph[] =>
  body.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)], bidirectional: isRightToLeft(line) }));

export class Comments {
  readonly children: ICommentOptions[] = [];
  /** Numbers in the file, by the thread. */
  readonly #numbers = new Map<string, number[]>();

  constructor(threads: readonly WordThread[]) {
    for (const { id, isResolved, comments } of threads) {
      const first = this.children.length;
      const numbers = comments.map((_, index) => first + index);
      this.#numbers.set(id, numbers);
      for (const [index, { author, atMs, body }] of comments.entries()) {
        this.children.push({
          id: first + index,
          author,
          initials: initialsOf(author),
          date: dateOf(atMs),
          children: paragraphsOf(body),
          // Said in any case: it is what makes a file carry threads at all.
          resolved: isResolved,
          ...(index > 0 && { parentId: first }),
        });
      }
    }
  }

  begin(threads: readonly string[]): Child[] {
    return this.#of(threads).map((number) => new CommentRangeStart(number));
  }

  end(threads: readonly string[]): Child[] {
    const numbers = this.#of(threads);
    return [
      ...numbers.map((number) => new CommentRangeEnd(number)),
      ...numbers.map((number) => new TextRun({ children: [new CommentReference(number)] })),
    ];
  }

  #of(threads: readonly string[]): number[] {
    return threads.flatMap((id) => this.#numbers.get(id) ?? []);
  }
}
