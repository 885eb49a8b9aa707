// What the executive agency asks of every application to it.
import type { Call } from '../schema.ts';

export const pic: Call['organisationId'] = {
  value: 'pic',
  confidence: 'sourced-secondary',
  sources: ['the EU portal registers organisations by their PIC, nine digits'],
};

export const partBStatements: Call['statements'] = [
  {
    id: 'where',
    label: 'Where to apply',
    says: {
      value:
        'At the executive agency (EACEA) through the EU portal: part A in the portal, part B as a PDF of its Word template.',
      confidence: 'sourced-secondary',
      sources: ['https://grantalist.com/grant/ERASMUS-EDU-2026-PCOOP-ENGO'],
    },
  },
  {
    id: 'format',
    label: 'Format of part B',
    says: {
      value: 'A4, Arial 9 or larger, margins of at least 15 mm; boxes and tags of the template are not deleted.',
      confidence: 'sourced-secondary',
      sources: ['https://en.erasmus.org.ge/cbhe_project_page_limitation/'],
    },
  },
  {
    id: 'sections',
    label: 'Sections of part B',
    says: {
      value:
        'Relevance; design and implementation; partnership; impact; work plan; other; declarations; annexes as the call asks for.',
      confidence: 'unconfirmed',
      sources: ['general knowledge of the field, not confirmed'],
    },
  },
];
