// Finds words that are to come back and stand there already, as a whole or in part: a colleague has put them back. Pure text.

/** Characters: shorter ones are alike by chance, where they are no whole paragraph. */
const RUN_MIN = 20;
/** Characters that are looked up at most: no paragraph is told by fewer. */
const LOOKUP = 8;

/** `words` from `from` on stand in the text at `at`. */
export interface Standing {
  from: number;
  at: number;
  length: number;
}

/** Whether the character of the text can be the one of the words that came back. */
type Fits = (from: number, at: number) => boolean;

function lengthAt(words: string, text: string, from: number, at: number, fits: Fits): number {
  let length = 0;
  const most = Math.min(words.length - from, text.length - at);
  while (length < most && words[from + length] === text[at + length] && fits(from + length, at + length)) length += 1;
  return length;
}

function wholeIn(words: string, text: string, fits: Fits): Standing | null {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (lengthAt(words, text, 0, at, fits) === words.length) return { from: 0, at, length: words.length };
  }
  return null;
}

/** Where so many signs begin. */
function beginningsOf(text: string, lookup: number): Map<string, number[]> {
  const beginnings = new Map<string, number[]>();
  for (let at = 0; at + lookup <= text.length; at += 1) {
    const signs = text.slice(at, at + lookup);
    const known = beginnings.get(signs);
    if (known) known.push(at);
    else beginnings.set(signs, [at]);
  }
  return beginnings;
}

/** From the beginning of a paragraph to the end of one. */
const isWholeBlocks = (words: string, { from, length }: Standing): boolean =>
  (from === 0 || words[from - 1] === '\n') && (from + length === words.length || words[from + length - 1] === '\n');

function runsIn(words: string, text: string, fits: Fits, runMin: number): Standing[] {
  const lookup = Math.min(LOOKUP, runMin);
  const beginnings = beginningsOf(text, lookup);
  const runs: Standing[] = [];
  for (let from = 0; from + lookup <= words.length; from += 1) {
    for (const at of beginnings.get(words.slice(from, from + lookup)) ?? []) {
      const isGoingOn = from > 0 && at > 0 && words[from - 1] === text[at - 1] && fits(from - 1, at - 1);
      if (isGoingOn) continue;
      const run = { from, at, length: lengthAt(words, text, from, at, fits) };
      if (run.length >= runMin || (run.length >= lookup && isWholeBlocks(words, run))) runs.push(run);
    }
  }
  return runs;
}

const isApart = (one: Standing, other: Standing): boolean =>
  (one.from + one.length <= other.from || other.from + other.length <= one.from) &&
  (one.at + one.length <= other.at || other.at + other.length <= one.at);

/**
 * @param runMin characters of a run that is not all of it
 * @returns in the order of the words; each of them, and each place of the text, once: the longest runs count
 */
export function standingWords(words: string, text: string, fits: Fits = () => true, runMin = RUN_MIN): Standing[] {
  if (!words || !text) return [];
  const whole = wholeIn(words, text, fits);
  if (whole) return [whole];
  const found: Standing[] = [];
  for (const run of runsIn(words, text, fits, runMin).sort((a, b) => b.length - a.length)) {
    if (found.every((one) => isApart(one, run))) found.push(run);
  }
  return found.sort((a, b) => a.from - b.from);
}
