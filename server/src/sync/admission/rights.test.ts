// What is locked, somebody else's section or another organisation's column is refused by place, for words, fields and deletions
// alike; the rest passes. The rights are those that the product derives from roles, locks and sections.

import { must } from '@adagia/shared/assert';
import { findCall } from '@adagia/shared/programme/calls';
import type { CloseReasonName } from '@adagia/shared/wire/close-codes';
import { type Writer, type WritingRules, writingRights } from '@adagia/shared/writing-rights';
import { expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { admitUpdate, enter } from './admit-update.ts';
import { DocumentIndex } from './document-index.ts';
import { Refusal } from './refusal.ts';
import type { Rights } from './rights.ts';

const ROW = '01900000-0000-7000-8000-000000000001';
const OWN = '01900000-0000-7000-8000-0000000000aa';
const OTHER = '01900000-0000-7000-8000-0000000000bb';
const call = must(findCall('KA220-2026'));
const questionsOf = (id: string) =>
  must(call.sections.find((one) => one.id === id)).groups.flatMap((one) => one.questions);
const RELEVANCE = `answer:${must(questionsOf('relevance').find(({ type }) => type === 'text')).id}`;
const IMPACT = `answer:${must(questionsOf('impact').find(({ type }) => type === 'text')).id}`;
const organisations = must(call.sections.find((one) => one.groups.some(({ repeat }) => repeat === 'organisation')));
const aboutOrganisation = must(
  organisations.groups
    .filter(({ repeat }) => repeat === 'organisation')
    .flatMap(({ questions }) => questions)
    .find(({ type }) => type === 'text'),
).id;

/** @returns how a change of a document with words and amounts ends: admitted, nothing new, or why it is refused. */
function outcome(rights: Rights, change: (doc: Doc) => void): 'admitted' | 'nothing' | CloseReasonName {
  const before = new Doc();
  before.clientID = 1;
  before.getText(RELEVANCE).insert(0, 'words that are there');
  before.getMap('budget').set(`${ROW}/${OTHER}`, 100);
  before.getMap('budget').set(`${ROW}/${OWN}`, 200);
  before.getMap('budget').set(`${ROW}/${OWN}:proposed`, 250);
  before.getMap('budget').set(`${ROW}/${OWN}:counter`, 225);
  before.getMap('budget').set(`${ROW}/${OTHER}:proposed`, 250);
  const index = new DocumentIndex();
  const at = { index, userId: 'ana', clientIdsLeft: 4, isQuestion: () => true };
  const seeded = { ...at, rights: { canWrite: true }, ownerOf: () => undefined };
  enter(must(admitUpdate(encodeStateAsUpdate(before), seeded)), index);
  const doc = new Doc();
  doc.clientID = 2;
  applyUpdate(doc, encodeStateAsUpdate(before));
  const state = encodeStateVector(doc);
  doc.transact(() => change(doc));
  try {
    const ownerOf = (client: number) => (client === 1 ? 'ben' : undefined);
    return admitUpdate(encodeStateAsUpdate(doc, state), { ...at, rights, ownerOf }) ? 'admitted' : 'nothing';
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}

const changes = {
  insert: (doc: Doc) => doc.getText(RELEVANCE).insert(5, ' more'),
  remove: (doc: Doc) => doc.getText(RELEVANCE).delete(0, 5),
  format: (doc: Doc) => doc.getText(RELEVANCE).format(0, 5, { bold: true }),
  whole: (doc: Doc) => doc.getText(RELEVANCE).setAttribute('block', 'h2'),
  elsewhere: (doc: Doc) => doc.getText(IMPACT).insert(0, 'new'),
  setOwn: (doc: Doc) => doc.getMap('budget').set(`${ROW}/${OWN}`, 300),
  setOther: (doc: Doc) => doc.getMap('budget').set(`${ROW}/${OTHER}`, 300),
  removeOther: (doc: Doc) => doc.getMap('budget').delete(`${ROW}/${OTHER}`),
  propose: (doc: Doc) => doc.getMap('budget').set(`${ROW}/${OWN}:proposed`, 300),
  withdraw: (doc: Doc) => doc.getMap('budget').delete(`${ROW}/${OWN}:proposed`),
  proposeOther: (doc: Doc) => doc.getMap('budget').set(`${ROW}/${OTHER}:proposed`, 300),
  withdrawOther: (doc: Doc) => doc.getMap('budget').delete(`${ROW}/${OTHER}:proposed`),
  take: (doc: Doc) => doc.getMap('budget').set(`${ROW}/${OWN}:accepted`, 150),
  offer: (doc: Doc) => doc.getMap('budget').set(`${ROW}/${OWN}:counter`, 300),
  answer: (doc: Doc) => doc.getMap('budget').set(`${ROW}/${OWN}:answered`, 300),
  dropOffer: (doc: Doc) => doc.getMap('budget').delete(`${ROW}/${OWN}:counter`),
  removeOwn: (doc: Doc) => doc.getMap('budget').delete(`${ROW}/${OWN}`),
  setAmount: (doc: Doc) => doc.getMap('budget').set(`${ROW}/amount`, 300),
  fact: (doc: Doc) => doc.getMap('facts').set('title', 'Another'),
  plan: (doc: Doc) => doc.getMap('plan').set(`${ROW}/title`, 'Another'),
  aboutOwn: (doc: Doc) => doc.getText(`answer:${aboutOrganisation}:${OWN}`).insert(0, 'we'),
  aboutOther: (doc: Doc) => doc.getText(`answer:${aboutOrganisation}:${OTHER}`).insert(0, 'they'),
  nothing: () => undefined,
} satisfies Record<string, (doc: Doc) => unknown>;

const editor: Writer = { userId: 'ana', role: 'editor', organisationId: OWN, sectionIds: null };
const guestless: Writer = { ...editor, organisationId: null };
const guest: Writer = { ...editor, role: 'guest', organisationId: null };
const free: WritingRules = { call, hasOwnColumns: false, isNegotiated: false, sections: [], isFrozen: false };
const open = { ownerId: null, writerIds: [], isExclusive: false, lockedBy: null };
const locked = { ...free, sections: [{ ...open, sectionId: 'relevance', lockedBy: 'ben' }] };
const lockedPart = { ...free, sections: [{ ...open, sectionId: `${organisations.id}:${OTHER}`, lockedBy: 'ben' }] };
const lockedMaps = {
  ...free,
  sections: ['plan', 'budget'].map((sectionId) => ({ ...open, sectionId, lockedBy: 'ben' })),
};
const frozen = { ...free, isFrozen: true };
const ownColumns = { ...free, hasOwnColumns: true };
const negotiated = { ...free, isNegotiated: true };
const bens = { ...free, sections: [{ ...open, sectionId: 'relevance', ownerId: 'ben', isExclusive: true }] };
const anas = { ...free, sections: [{ ...open, sectionId: 'relevance', writerIds: ['ana'], isExclusive: true }] };

const cases: [string, Writer, WritingRules, keyof typeof changes, ReturnType<typeof outcome>][] = [
  ['a locked answer takes no words', editor, locked, 'insert', 'locked'],
  ['a locked answer loses no words', editor, locked, 'remove', 'locked'],
  ['a locked answer is not formatted', editor, locked, 'format', 'locked'],
  ['the blocks of a locked answer stay what they are', editor, locked, 'whole', 'locked'],
  ['beside a locked answer others are written', editor, locked, 'elsewhere', 'admitted'],
  ['a coordinator writes in a locked answer', { ...editor, role: 'coordinator' }, locked, 'insert', 'admitted'],
  [
    'an owner does not write in a locked section',
    editor,
    { ...anas, sections: [{ ...open, sectionId: 'relevance', ownerId: 'ana', lockedBy: 'ben' }] },
    'insert',
    'locked',
  ],
  ['a part is locked without its neighbours', editor, lockedPart, 'aboutOwn', 'admitted'],
  ['a locked part takes no words', editor, lockedPart, 'aboutOther', 'locked'],
  ['a locked plan takes no field', editor, lockedMaps, 'plan', 'locked'],
  ['a locked budget loses no amount', editor, lockedMaps, 'removeOther', 'locked'],
  ['one column is free to its organisation', editor, ownColumns, 'setOwn', 'admitted'],
  ["another organisation's amount is not changed", editor, ownColumns, 'setOther', 'notAllowed'],
  ["another organisation's amount is not deleted", editor, ownColumns, 'removeOther', 'notAllowed'],
  ["an amount of nobody is everybody's", editor, ownColumns, 'setAmount', 'admitted'],
  ['with one own column, answers are written', editor, ownColumns, 'insert', 'admitted'],
  ['a coordinator writes in every column', { ...editor, role: 'coordinator' }, ownColumns, 'setOther', 'admitted'],
  ['negotiated, an editor proposes in their own column', editor, negotiated, 'propose', 'admitted'],
  ['negotiated, they take it back', editor, negotiated, 'withdraw', 'admitted'],
  ['negotiated, they take an offer', editor, negotiated, 'take', 'admitted'],
  ['negotiated, they do not propose for others', editor, negotiated, 'proposeOther', 'notAllowed'],
  ['negotiated, they take back nothing of others', editor, negotiated, 'withdrawOther', 'notAllowed'],
  ['negotiated, they do not agree for the coordinator', editor, negotiated, 'setOwn', 'notAllowed'],
  ['negotiated, they empty no agreed amount', editor, negotiated, 'removeOwn', 'notAllowed'],
  ['negotiated, they make no offer to themselves', editor, negotiated, 'offer', 'notAllowed'],
  ['negotiated, they say for no offer what it answers', editor, negotiated, 'answer', 'notAllowed'],
  ['negotiated, they take away no offer', editor, negotiated, 'dropOffer', 'notAllowed'],
  ["negotiated, an amount of nobody is everybody's", editor, negotiated, 'setAmount', 'admitted'],
  ['negotiated, who has no organisation proposes nothing', guestless, negotiated, 'propose', 'notAllowed'],
  ['negotiated, a coordinator offers', { ...editor, role: 'coordinator' }, negotiated, 'offer', 'admitted'],
  ['not negotiated, an editor writes in their own column', editor, ownColumns, 'offer', 'admitted'],
  ['a reviewer proposes nothing', { ...editor, role: 'commenter' }, negotiated, 'propose', 'notAllowed'],
  ["a section of Ben's alone is not written by Ana", editor, bens, 'insert', 'notAllowed'],
  ["a section of Ben's alone is read as before", editor, bens, 'nothing', 'nothing'],
  ['a co-writer writes', editor, anas, 'insert', 'admitted'],
  ['a guest as co-writer writes there', guest, anas, 'insert', 'admitted'],
  ['a guest as co-writer writes nowhere else', guest, anas, 'elsewhere', 'notAllowed'],
  ['a guest without sections writes nothing', guest, free, 'insert', 'notAllowed'],
  ['a guest writes in the section of the link', { ...guest, sectionIds: ['relevance'] }, free, 'insert', 'admitted'],
  ['a guest deletes in no other', { ...guest, sectionIds: ['impact'] }, free, 'remove', 'notAllowed'],
  ['a guest changes no field beside', { ...guest, sectionIds: ['impact'] }, free, 'fact', 'notAllowed'],
  ['a guest changes no plan', { ...guest, sectionIds: ['impact'] }, free, 'plan', 'notAllowed'],
  ['a guest of an organisation writes about it', { ...guest, organisationId: OWN }, free, 'aboutOwn', 'admitted'],
  ['a guest of an organisation not about another', { ...guest, organisationId: OWN }, free, 'aboutOther', 'notAllowed'],
  [
    'a guest whose part is named writes there',
    { ...guest, sectionIds: [`${organisations.id}:${OTHER}`] },
    free,
    'aboutOther',
    'admitted',
  ],
  ['an editor with a list writes in it', { ...editor, sectionIds: ['relevance'] }, free, 'insert', 'admitted'],
  [
    'an editor with a list writes not beside it',
    { ...editor, sectionIds: ['relevance'] },
    free,
    'elsewhere',
    'notAllowed',
  ],
  [
    'a guest with the budget writes their column',
    { ...guest, organisationId: OWN, sectionIds: ['budget'] },
    ownColumns,
    'setOther',
    'notAllowed',
  ],
  ['who comments adds nothing', { ...editor, role: 'commenter' }, free, 'insert', 'notAllowed'],
  ['who comments deletes nothing, also as owner', { ...editor, role: 'commenter' }, anas, 'remove', 'notAllowed'],
  [
    'who suggests is let into texts, where the room holds it against what is there',
    { ...editor, role: 'suggester' },
    free,
    'insert',
    'admitted',
  ],
  ['who suggests is bound by locks', { ...editor, role: 'suggester' }, locked, 'insert', 'locked'],
  ['who suggests adds nothing in the circle of others', { ...editor, role: 'suggester' }, bens, 'insert', 'notAllowed'],
  [
    'who suggests changes no amount, not even an own one',
    { ...editor, role: 'suggester' },
    free,
    'setOwn',
    'notAllowed',
  ],
  ['a frozen proposal takes no words', editor, frozen, 'insert', 'frozen'],
  ['a frozen proposal loses no words', editor, frozen, 'remove', 'frozen'],
  ['a frozen proposal takes no field of the plan', editor, frozen, 'plan', 'frozen'],
  ['a frozen proposal takes no amount', editor, frozen, 'setOwn', 'frozen'],
  ['a frozen proposal takes no fact', editor, frozen, 'fact', 'frozen'],
  [
    'a frozen proposal is not written by who coordinates it',
    { ...editor, role: 'coordinator' },
    frozen,
    'insert',
    'frozen',
  ],
  ['a frozen proposal takes no suggestion', { ...editor, role: 'suggester' }, frozen, 'insert', 'frozen'],
  [
    'who only reads a frozen proposal writes as little as before',
    { ...editor, role: 'viewer' },
    frozen,
    'insert',
    'notAllowed',
  ],
  ['a frozen proposal is read as before', editor, frozen, 'nothing', 'nothing'],
  ['who reads may say again what is there', { ...editor, role: 'viewer' }, free, 'nothing', 'nothing'],
  ['who writes does', editor, free, 'remove', 'admitted'],
];

test.each(cases)('A4 %s', (_, writer, rules, change, expected) => {
  expect(outcome(writingRights(writer, rules), changes[change])).toBe(expected);
});
