// Section of the KA210 form, call 2026: prompts in our words, limits with where they come from.
import type { FormSection } from '../schema.ts';

export const descriptionSection: FormSection = {
  id: 'description',
  title: 'Project description',
  groups: [
    {
      id: 'description',
      title: 'Project description',
      repeat: 'project',
      questions: [
        {
          id: 'objectives',
          prompt: 'Concrete objectives and results; link to the priorities',
          guidance:
            'Number the objectives, make each measurable and dated, and name the concrete results that come out of it. Use the same numbers in the work packages.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['relevance', 'design'],
        },
        {
          id: 'target_groups',
          prompt: 'Target groups and their needs',
          guidance: 'Who they are, how many, how partners reach them and work with them already.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['design'],
        },
        {
          id: 'motivation',
          prompt: 'Motivation and why it should be funded',
          guidance:
            'What is wrong today, for whom, with evidence; why this partnership; why now. An assessor reads this first.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['relevance'],
        },
        {
          id: 'needs_fit',
          prompt: 'How needs and goals of partners and target groups are addressed',
          guidance: 'Link each need of partners and target groups to what the project does.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['design'],
        },
        {
          id: 'transnational',
          prompt: 'Benefit of working with partners abroad',
          guidance: 'What working with partners abroad brings that a national project would not.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['relevance'],
        },
        {
          id: 'horizontal',
          prompt: 'Inclusion, environment, digital, civic engagement',
          guidance:
            'Inclusion, environment, digital tools, civic engagement: what you do in the activities, not what you believe.',
          type: 'text',
          repeat: 'project',
          limit: {
            value: 3000,
            confidence: 'unconfirmed',
            sources: ['copy of a Turkish portal (ibay46)'],
            note: 'single copy',
          },
          criteria: ['relevance', 'design'],
        },
      ],
    },
  ],
};
