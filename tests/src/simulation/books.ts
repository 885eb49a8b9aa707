// What everybody typed and deleted in a run, character by character: each character is typed once, so that a lost or doubled
// one is seen at once. Knows no server and no session.

/** Chinese and Korean characters: more than a run can type, none of them half of a pair. */
const FIRST = 0x4e00;

export class Books {
  #next = FIRST;
  /** By whom. */
  readonly typed = new Map<string, number>();
  readonly deleted = new Set<string>();
  /** Written where nothing was pending. */
  readonly outright = new Set<string>();
  /** May be gone, with the reason: the device had no storage, a backup was restored. */
  readonly excused = new Map<string, string>();
  /** By person: text that they were shown as refused. */
  readonly shownRefused = new Map<number, Set<string>>();

  type(person: number, count: number): string {
    let words = '';
    for (let at = 0; at < count; at += 1) {
      const character = String.fromCharCode(this.#next);
      this.#next += 1;
      this.typed.set(character, person);
      words += character;
    }
    return words;
  }

  writeOutright(words: string): void {
    for (const character of words) this.outright.add(character);
  }

  delete(words: string): void {
    for (const character of words) if (this.typed.has(character)) this.deleted.add(character);
  }

  excuse(characters: string, why: string): void {
    for (const character of characters) if (this.typed.has(character)) this.excused.set(character, why);
  }

  showRefused(person: number, texts: readonly { text: string }[]): void {
    const shown = this.shownRefused.get(person) ?? new Set();
    for (const { text } of texts) for (const character of text) shown.add(character);
    this.shownRefused.set(person, shown);
  }

  /** @param text all answers and fields of the document, as they are at the end. @returns what is wrong with it, by character */
  audit(text: string): string[] {
    const count = new Map<string, number>();
    for (const character of text) count.set(character, (count.get(character) ?? 0) + 1);
    const problems: string[] = [];
    for (const [character, person] of this.typed) {
      const times = count.get(character) ?? 0;
      if (times > 1) problems.push(`${character} of person ${person} is there ${times} times`);
      const isKept = this.shownRefused.get(person)?.has(character) ?? false;
      if (times === 0 && !this.deleted.has(character) && !this.excused.has(character) && !isKept)
        problems.push(`${character} of person ${person} is lost`);
    }
    return problems;
  }
}
