import type { Catalogue } from '../catalogue.ts';

export const columns = {
  total: 'Summe',
  share: 'Anteil',
  rest: 'Bleibt für Aktivitäten',
};

export const cells: Catalogue['cells'] = {
  named: '{{number}} {{title}}',
  untitled: '{{number}} ohne Titel',
  cell: '{{row}}, {{column}}',
  column: columns,
  row: {
    management: 'Projektmanagement und Durchführung',
    meetings: 'Transnationale Projekttreffen',
    outputs: 'Geistige Leistungen',
    events: 'Multiplikatorenveranstaltungen',
    trainings: 'Lehren, Lernen und Schulung',
    exceptional: 'Außergewöhnliche Kosten',
    special_needs: 'Unterstützung bei besonderem Bedarf',
    'expensive-travel': 'Teure Reisen',
    guarantee: 'Finanzgarantie',
    'special-needs': 'Unterstützung bei besonderem Bedarf',
  },
};
