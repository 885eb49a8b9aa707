// Numbers of participants in texts against the quantities of a project of unit costs: E1 has 30 local participants and 5 from abroad,
// A1 three members of staff, two learners and one who accompanies them, T1 two each of two organisations.
import { describe, expect, test } from 'vitest';
import { answerKey } from '../answer-key.ts';
import { ruleContext } from '../budget/rule.ts';
import { handbook } from '../unit-costs/handbook.fixture.ts';
import { checkTexts } from './check-texts.ts';
import type { Finding } from './finding.ts';

function check(text: string, objectId: string | null = null): Finding[] {
  const example = handbook();
  const texts = [{ key: answerKey('tasks'), questionId: 'tasks', objectId, text }];
  const { organisations } = example;
  return checkTexts({ ...ruleContext(example), organisations, texts, acronym: '', glossary: [] });
}

const wrong: [text: string, number: string, said: number, count: number][] = [
  ['E1 welcomes 50 participants.', 'E1', 50, 35],
  ['E1 presents O1 to 20 participants.', 'E1', 20, 35],
  ['Zu E1 kommen vierzig Teilnehmende.', 'E1', 40, 35],
  ['Zum Treffen T1 kommen 8 Teilnehmer:innen.', 'T1', 8, 4],
  ['A1 trains twelve adult participants.', 'A1', 12, 6],
  // Of two that are counted together the one that is wrong, or both as their sum.
  ['E1 welcomes 40 local and 6 foreign participants.', 'E1', 46, 35],
  ['E1 welcomes 40 local and five foreign participants.', 'E1', 40, 30],
  ['E1 welcomes 30 local and 6 international participants.', 'E1', 6, 5],
  ['E1 welcomes 5 local and 30 foreign participants.', 'E1', 5, 30],
  ['Zu E1 kommen 30 lokale und vier ausländische Teilnehmende.', 'E1', 4, 5],
  ['E1 welcomes 25 young and 20 older participants.', 'E1', 45, 35],
  ['A1 trains four adult and three young participants.', 'A1', 7, 6],
];

describe('a number of participants that disagrees with the quantities', () => {
  test.each(wrong)('is told: %s', (text, number, said, count) => {
    const data = { what: 'participants-in', number, said, count };
    expect(check(text)).toMatchObject([{ check: 'text-count', quote: text, data }]);
  });

  test('is told in an answer about the activity, which its sentence need not name', () => {
    const data = { number: 'E1', said: 60, count: 35 };
    expect(check('We invite 60 participants.', 'E1')).toMatchObject([{ check: 'text-count', data }]);
    expect(check('We invite 60 participants.')).toEqual([]);
    expect(check('T1 has 4 participants.', 'E1')).toEqual([]);
  });
});

test.each([
  'E1 welcomes 35 participants.',
  'E1 welcomes 30 participants from Romania and 5 participants from abroad.',
  'E1 welcomes 30 local and 5 foreign participants.',
  'E1 welcomes 20 younger and 15 older participants.',
  'E1 welcomes five foreign and thirty local participants.',
  'A1 trains three adult and two young participants.',
  'Among the 35 people in E1 are 4 local and 3 foreign participants with fewer opportunities.',
  'In E1 each partner brings 4 local and 2 foreign participants.',
  'E1 welcomes up to 40 local and 6 foreign participants.',
  'T1 and E1 welcome 40 local and 6 foreign participants.',
  'Next to 40 tables and 6 foreign participants there is a stage in E1.',
  'Fünf Teilnehmende reisen zu E1.',
  'A1 has 5 participants and a person who accompanies them.',
  'At least 50 participants see E1.',
  'E1 welcomes 30 to 40 participants.',
  'E1 reaches 1 200 participants online.',
  'In E1 each organisation brings 12 participants.',
  'E1 welcomes 12 participants per table.',
  'Of the 35 people in E1, 10 participants with fewer opportunities pay nothing.',
  'After T1 and E1 there are 80 participants.',
  'O1 is tested by 80 participants.',
])('is nothing to tell: %s', (text) => {
  expect(check(text).filter((one) => one.check === 'text-count')).toEqual([]);
});

test('is nothing to tell while no quantities are entered', () => {
  const example = { ...handbook(), budget: new Map() };
  const texts = [
    { key: answerKey('tasks'), questionId: 'tasks', objectId: null, text: 'E1 welcomes 50 participants.' },
  ];
  const { organisations } = example;
  expect(checkTexts({ ...ruleContext(example), organisations, texts, acronym: '', glossary: [] })).toEqual([]);
});
