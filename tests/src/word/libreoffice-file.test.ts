// A file that LibreOffice 7.4 saved: ours, opened there, with tracked changes recorded and a comment added by somebody else.
import { readFileSync } from 'node:fs';
import { answerChange } from '@adagia/client/features/word/import/answer-change';
import { answersIn } from '@adagia/client/features/word/import/answers-in';
import { commentPlaces } from '@adagia/client/features/word/import/word-text';
import { fileMap, writeImport } from '@adagia/client/features/word/import/write-import';
import { readWord } from '@adagia/client/features/word/read/read-word';
import { answerKey } from '@adagia/shared/answer-key';
import { must } from '@adagia/shared/assert';
import type { DeltaOp } from '@adagia/shared/text/blocks';
import { fileAuthor, nameOfFileAuthor } from '@adagia/shared/text/file-authors';
import { listSuggestions } from '@adagia/shared/text/suggestion-list';
import { createSuggestionId } from '@adagia/shared/text/suggestions';
import { insertSuggested } from '@adagia/shared/text/testing/suggest';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

const read = readWord(readFileSync(new URL('fixtures/libreoffice-tracked.docx', import.meta.url)));
const document = must('document' in read ? read.document : null);
const NOW = Date.UTC(2026, 10, 28);
const ANA = Date.UTC(2026, 10, 20, 9, 30);
const keys = { motivation: answerKey('motivation'), needs: answerKey('needs') };
const importer = { userId: 'eve', nowMs: NOW, random: 0 };
const nameOf = (author: string) => (author === 'ana' ? 'Ana Silva' : (nameOfFileAuthor(author) ?? ''));

function imported(name: keyof typeof keys, ytext: Y.Text) {
  const found = answersIn(
    document,
    Object.values(keys).map((key) => ({ key, heading: '' })),
  );
  const how = { read: () => null, placing: 'replace', tracking: 'suggestions', suggests: false } as const;
  const change = answerChange(ytext, keys[name], must(found.get(keys[name])).blocks, { ...how, importer, nameOf });
  const doc = must(ytext.doc);
  doc.transact(() => writeImport(ytext, doc, change.plan, { ...importer, suggests: false }));
  return change;
}

const told = (ytext: Y.Text) =>
  listSuggestions(ytext.toDelta() as DeltaOp[], ytext.getAttributes()).map((one) => [
    nameOf(one.author),
    one.kind,
    one.before,
    one.after,
  ]);
const VASILIS = 'Βασίλης Νικολάου';

test('what was recorded there becomes suggestions under its name, and what waited here waits here once', () => {
  const ytext = new Y.Doc().getText(keys.motivation);
  ytext.insert(0, 'We train adults in four towns.\nEvery town has a library.\nEvery town has a port.');
  const id = createSuggestionId({ author: 'ana', atMs: ANA, random: 0 });
  insertSuggested(ytext, 30, ' All of them lie by the sea.', id);
  const change = imported('motivation', ytext);
  expect(change.proposals).toEqual([{ author: VASILIS, count: 3 }]);
  expect(told(ytext)).toEqual([
    [VASILIS, 'format', 'train adults', 'train adults'],
    ['Ana Silva', 'insertion', '', ' All of them lie by the sea.'],
    [VASILIS, 'replacement', 'library', 'harbour school'],
    [VASILIS, 'replacement', '\n', ' '],
  ]);
  const [made] = listSuggestions(ytext.toDelta() as DeltaOp[], {});
  expect(made).toMatchObject({ author: fileAuthor(VASILIS, 'eve'), atMs: Date.UTC(2026, 10, 27, 1, 1, 29) });
});

test('a paragraph that was added at the end is one here, and the comment there is about its words', () => {
  const ytext = new Y.Doc().getText(keys.needs);
  ytext.insert(0, 'Teachers and boats.\nAnd time.');
  const { plan } = imported('needs', ytext);
  expect(told(ytext)).toEqual([
    [VASILIS, 'deletion', ' and boats', ''],
    [VASILIS, 'insertion', '', '\nAnd 👩‍🏫 money.'],
  ]);
  const { from, until } = must(commentPlaces(plan.word).get('1'));
  expect(plan.word.text.slice(from, until)).toBe('money');
  expect(fileMap(ytext, plan).ranges(from, until - from)).toEqual([]);
  expect(document.comments).toMatchObject([
    { author: 'Ana Silva', body: 'Which towns?' },
    { author: VASILIS, body: 'How much?' },
  ]);
});
