// No mark is left that nobody sees and that runs on over the rest of the text once a colleague takes the next one away.
import { deleteCharacters } from '@adagia/shared/text/delete-characters';
import { formatCharacters, insertCharacters } from '@adagia/shared/text/mark-characters';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

const KEY = 'suggest:ben~mywpixns9e';

/** Two people with `Xnew` pending and `old` struck by one suggestion, with one mark between them. */
function createTwo(): [Y.Text, Y.Text] {
  const [a, b] = [new Y.Doc(), new Y.Doc()].map((doc) => doc.getText('t')) as [Y.Text, Y.Text];
  insertCharacters(a, 0, 'Xnewold rest', {});
  formatCharacters(a, 1, 3, { [KEY]: 'insert' });
  formatCharacters(a, 4, 3, { [KEY]: 'delete' });
  meet(a, b);
  return [a, b];
}

function meet(...texts: Y.Text[]): void {
  for (const from of texts)
    for (const to of texts) if (from.doc && to.doc) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc));
}

/** Fails where anything has an attribute. */
function joined(text: Y.Text): string {
  const delta: { insert: string; attributes?: object }[] = text.toDelta();
  return delta.map(({ insert, attributes }) => (attributes ? `[${insert}]` : insert)).join('');
}

/** Attributes of the run that begins with these characters. */
function runOf(text: Y.Text, words: string): Record<string, unknown> | undefined {
  const delta: { insert: string; attributes?: Record<string, unknown> }[] = text.toDelta();
  const found = delta.find(({ insert }) => insert.includes(words));
  expect(found, words).toBeDefined();
  return found?.attributes;
}

/** As accepting does. */
function accept(text: Y.Text): void {
  text.doc?.transact(() => {
    deleteCharacters(text, 4, 3);
    formatCharacters(text, 1, 3, { [KEY]: null });
  });
}

test('what is typed between pending and struck words leaves nothing pending when these are accepted at that moment', () => {
  const [a, b] = createTwo();
  insertCharacters(b, 4, 'Y', {});
  expect(b.toDelta()).toEqual([
    { insert: 'X' },
    { insert: 'new', attributes: { [KEY]: 'insert' } },
    { insert: 'Y' },
    { insert: 'old', attributes: { [KEY]: 'delete' } },
    { insert: ' rest' },
  ]);
  accept(a);
  meet(a, b);
  expect(joined(a)).toBe('XnewY rest');
});

test('a format that ends before another of the same name leaves no mark before that one', () => {
  const [a, b] = createTwo();
  formatCharacters(b, 1, 3, { [KEY]: null });
  accept(a);
  meet(a, b);
  expect(joined(a)).toBe('Xnew rest');
});

test('the end of a run stays where the next words are struck, and what is typed between at that moment is not pending', () => {
  const [a, b] = [new Y.Doc(), new Y.Doc()].map((doc) => doc.getText('t')) as [Y.Text, Y.Text];
  for (const [author, typist] of [
    [1, 2],
    [2, 1],
  ] as const) {
    if (a.doc && b.doc) [a.doc.clientID, b.doc.clientID] = [author, typist];
    deleteCharacters(a, 0, a.length);
    insertCharacters(a, 0, 'new', { [KEY]: 'insert' });
    insertCharacters(a, 3, 'old', {});
    meet(a, b);
    formatCharacters(a, 3, 3, { [KEY]: 'delete' });
    insertCharacters(b, 3, 'Y', {});
    meet(a, b);
    expect(runOf(a, 'Y')?.[KEY]).not.toBe('insert');
    expect([runOf(a, 'new'), runOf(a, 'old')]).toEqual([{ [KEY]: 'insert' }, { [KEY]: 'delete' }]);
  }
});

test('deleting what stands on both sides of the end of a run keeps it, and changes no offset that yjs remembers', () => {
  const [a, b] = createTwo();
  a.insert(9, 'x');
  deleteCharacters(a, 3, 2);
  a.insert(8, 'y');
  insertCharacters(b, 4, 'Y', {});
  meet(a, b);
  expect(a.toJSON()).toBe('XneYld rxyest');
  expect(runOf(a, 'Y')).toBeUndefined();
});

test('marks that are needed stay: inside one run, and before plain words', () => {
  const text = new Y.Doc().getText('t');
  insertCharacters(text, 0, 'one two', { bold: true });
  insertCharacters(text, 3, ' plain', {});
  formatCharacters(text, 0, 3, { bold: null });
  expect(text.toDelta()).toEqual([{ insert: 'one plain' }, { insert: ' two', attributes: { bold: true } }]);
});
