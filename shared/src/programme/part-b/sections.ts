// The parts of an application to the executive agency: what the portal asks (part A, as far as it concerns the project), and the
// text that is uploaded (part B). Sections as they are known at second hand; prompts are ours. Pages are limited, not answers.
import { languages } from '../options/languages.ts';
import type { FormSection, Question } from '../schema.ts';

type Written = Pick<Question, 'id' | 'prompt' | 'guidance' | 'criteria'> &
  Partial<Pick<Question, 'repeat' | 'optional'>>;

const text = (one: Written): Question => ({ type: 'text', repeat: 'project', limit: null, ...one });

const own = (id: string, title: string, questions: Question[]): FormSection => ({
  id,
  title,
  groups: [{ id, title, repeat: 'project', questions }],
});

/** @param lumpSums choices of the call @param priorities with where the list comes from */
export function partASection(
  lumpSums: NonNullable<Question['options']>,
  priorities: Pick<Question, 'options' | 'optionsBasis'>,
): FormSection {
  const safe = { confidence: 'unconfirmed', sources: ['the safest figure of the forms of National Agencies'] } as const;
  const ask = (id: string, prompt: string, type: Question['type'], more: Partial<Question> = {}): Question => ({
    id,
    prompt,
    type,
    repeat: 'project',
    limit: null,
    criteria: [],
    ...more,
  });
  return own('context', 'Part A: the project', [
    ask('title', 'Project title', 'line', { limit: { value: 150, ...safe } }),
    ask('acronym', 'Project acronym', 'line', { limit: { value: 20, ...safe } }),
    ask('start_date', 'Start date', 'date'),
    ask('duration', 'Duration in months', 'int'),
    ask('end_date', 'End date (computed)', 'date', { isAutomatic: true }),
    ask('lump_sum', 'Project lump sum', 'select', { options: lumpSums }),
    ask('language', 'Language of the application', 'select', { options: languages }),
    ask('priority_main', 'Most relevant priority', 'select', { criteria: ['relevance'], ...priorities }),
    ask('priority_extra', 'Other priorities', 'multiselect', { criteria: ['relevance'], choicesMax: 2, ...priorities }),
    text({
      id: 'abstract',
      prompt: 'Abstract',
      guidance: 'Objectives, activities, results and who benefits, for readers who know nothing of the project.',
      criteria: [],
    }),
  ]);
}

export const organisationsSection: FormSection = {
  id: 'organisations',
  title: 'Participating organisations',
  groups: [
    {
      id: 'organisations',
      title: 'Participating organisations',
      repeat: 'organisation',
      questions: [
        {
          id: 'oid',
          prompt: 'Participant identification code (PIC)',
          type: 'oid',
          repeat: 'organisation',
          limit: null,
          criteria: [],
        },
        text({
          id: 'org_role',
          prompt: 'Role in the project and the people who work on it',
          guidance: 'What the organisation does in the project, with whom, and what qualifies them.',
          repeat: 'organisation',
          criteria: ['partnership'],
        }),
      ],
    },
  ],
};

const relevance = own('relevance', '1 Relevance', [
  text({
    id: 'background',
    prompt: '1.1 Background and general objectives',
    guidance: 'Where the idea comes from, which priorities of the call it serves and how.',
    criteria: ['relevance'],
  }),
  text({
    id: 'needs',
    prompt: '1.2 Needs analysis and specific objectives',
    guidance: 'The need with figures and sources; objectives that can be checked, with indicators and target values.',
    criteria: ['relevance', 'design'],
  }),
  text({
    id: 'complementarity',
    prompt: '1.3 Complementarity with other actions, innovation, European added value',
    guidance: 'What it builds on, what is new, and why it needs partners in several countries.',
    criteria: ['relevance'],
  }),
]);

const quality = own('quality', '2.1 Project design and implementation', [
  text({
    id: 'methodology',
    prompt: 'Concept and methodology',
    guidance: 'How the objectives are reached, and why this way.',
    criteria: ['design'],
  }),
  text({
    id: 'management',
    prompt: 'Project management, quality assurance, monitoring and evaluation',
    guidance: 'Who watches time, money and quality, by which indicators, and what follows from what they see.',
    criteria: ['design'],
  }),
  text({
    id: 'teams',
    prompt: 'Project teams, staff and experts',
    guidance: 'Names and functions, organisation, tasks, professional profile.',
    criteria: ['design', 'partnership'],
  }),
  text({
    id: 'cost_effectiveness',
    prompt: 'Cost effectiveness and financial management',
    guidance: 'Why the results are worth the amount, and how money is looked after.',
    criteria: ['design'],
  }),
  text({
    id: 'risks',
    prompt: 'Critical risks and how they are met',
    guidance: 'Each risk with its work package, how likely and how grave it is, and what will be done.',
    criteria: ['design'],
  }),
]);

const partnership = own('partnership', '2.2 Partnership and cooperation arrangements', [
  text({
    id: 'consortium',
    prompt: 'Consortium set-up',
    guidance: 'Why these organisations, what each brings, and how they complement each other.',
    criteria: ['partnership'],
  }),
  text({
    id: 'decisions',
    prompt: 'Consortium management and decision-making',
    guidance: 'Who decides what, how partners talk with each other, and how conflicts are settled.',
    criteria: ['partnership'],
  }),
]);

const impact = own('impact', '3 Impact', [
  text({
    id: 'impact',
    prompt: '3.1 Impact and ambition',
    guidance: 'What changes for whom in the short, medium and long term, with figures.',
    criteria: ['impact'],
  }),
  text({
    id: 'dissemination',
    prompt: '3.2 Communication, dissemination and visibility',
    guidance: 'Who hears of it, by which means and when; how the support of the EU is shown.',
    criteria: ['impact'],
  }),
  text({
    id: 'sustainability',
    prompt: '3.3 Sustainability and continuation',
    guidance: 'What goes on after the grant, who runs it and who pays for it.',
    criteria: ['impact'],
  }),
]);

const workPackageQuestions: Question[] = [
  { id: 'wp_title', prompt: 'Title', type: 'line', repeat: 'work_package', limit: null, criteria: ['design'] },
  text({
    id: 'wp_objectives',
    prompt: 'Objectives of the work package',
    guidance: 'Which of the specific objectives it serves.',
    repeat: 'work_package',
    criteria: ['design'],
  }),
  text({
    id: 'wp_milestones',
    prompt: 'Milestones',
    guidance: 'Each with its month and how it is seen that it was reached.',
    repeat: 'work_package',
    criteria: ['design'],
  }),
  text({
    id: 'wp_deliverables',
    prompt: 'Deliverables',
    guidance: 'Each with its month, kind, who may see it, and what it holds.',
    repeat: 'work_package',
    criteria: ['design', 'impact'],
  }),
  { id: 'wp_amount', prompt: 'Amount', type: 'money', repeat: 'work_package', limit: null, criteria: ['design'] },
];

const plan = (id: string, prompt: string, type: Question['type']): Question => ({
  id,
  prompt,
  type,
  repeat: 'activity',
  limit: null,
  criteria: ['design'],
});

const workPlan: FormSection = {
  id: 'design',
  title: '4 Work plan',
  groups: [
    {
      id: 'overview',
      title: '4.1 Overview',
      repeat: 'project',
      questions: [
        text({
          id: 'work_plan',
          prompt: 'Overview of the work plan',
          guidance: 'How the work packages fit together and lead to the results.',
          criteria: ['design'],
        }),
      ],
    },
    { id: 'wpn', title: '4.2 Work packages', repeat: 'work_package', questions: workPackageQuestions },
    {
      id: 'activities',
      title: 'Tasks',
      repeat: 'activity',
      questions: [
        plan('act_title', 'Task', 'line'),
        plan('act_venue', 'Venue', 'line'),
        plan('act_start', 'Start', 'date'),
        plan('act_end', 'End', 'date'),
        plan('act_lead', 'Lead', 'org'),
        plan('act_orgs', 'Participants', 'orgs'),
        text({
          id: 'act_content',
          prompt: 'Description of the task',
          guidance: 'What is done, by whom, with whom and for whom.',
          repeat: 'activity',
          criteria: ['design'],
        }),
      ],
    },
    {
      id: 'timetable',
      title: '4.3 Timetable',
      repeat: 'project',
      questions: [
        {
          id: 'timetable',
          prompt: 'Timetable',
          type: 'auto',
          repeat: 'project',
          limit: null,
          criteria: [],
          isAutomatic: true,
        },
      ],
    },
  ],
};

const closing = own('closing', '5 and 6 Other, declarations, annexes', [
  text({
    id: 'ethics',
    prompt: '5 Ethics and security',
    guidance: 'Personal data, minors, anything that could harm somebody, and what is done about it.',
    criteria: [],
    optional: true,
  }),
  {
    id: 'double_funding',
    prompt: '6 No double funding',
    type: 'checkbox',
    repeat: 'project',
    limit: null,
    criteria: [],
  },
  { id: 'declaration', prompt: 'Declaration on honour', type: 'file', repeat: 'project', limit: null, criteria: [] },
  {
    id: 'previous_projects',
    prompt: 'Annex: list of previous projects',
    type: 'files',
    repeat: 'project',
    limit: null,
    criteria: [],
  },
]);

export const partBSections: FormSection[] = [relevance, quality, partnership, impact, workPlan, closing];
