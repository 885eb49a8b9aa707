import type { Catalogue } from '../catalogue.ts';

export const textChecks: Catalogue['textChecks'] = {
  title: 'Stimmen die Texte mit dem Plan überein?',
  none: 'Die Texte sagen nichts, was der Plan, das Budget oder ein anderer Text anders sagt.',
  count_one: '{{count}} zum Ansehen',
  count_other: '{{count}} zum Ansehen',
  quote: '„{{quote}}“',
  waivedTitle_one: '{{count}} hingenommen',
  waivedTitle_other: '{{count}} hingenommen',
  messages: {
    'text-amount': 'Der Text nennt {{said}} für {{number}}, das Budget {{amount}}.',
    'text-amount-project': 'Der Text nennt {{said}} für das Projekt, das Budget {{amount}}.',
    'text-month': 'Der Text nennt M{{said}} bei {{number}}; im Plan liegt das in M{{from}} bis M{{to}}.',
    'text-month-project': 'Der Text nennt M{{said}}; das Projekt endet mit M{{to}}.',
    'text-duration': 'Der Text nennt {{said}} Monate; das Projekt dauert {{months}}.',
    'text-count-partners': 'Der Text nennt {{said}} Partner; es sind {{count}} Organisationen.',
    'text-count-countries': 'Der Text nennt {{said}} Länder; die Organisationen kommen aus {{count}}.',
    'text-count-participants-in':
      'Der Text nennt {{said}} Teilnehmende bei {{number}}; das Budget rechnet mit {{count}}.',
    'text-count-partners-in':
      'Der Text nennt {{said}} Partner bei {{number}}; im Plan nehmen {{count}} Organisationen teil.',
    'text-number': 'Im Plan gibt es {{number}} nicht.',
    'text-acronym': 'Der Text schreibt „{{said}}“; der Kurzname ist „{{acronym}}“.',
    'partner-unnamed': 'Kein Text nennt {{name}}, außer dem eigenen.',
    'objective-alone': 'Keine Aktivität und kein Arbeitspaket dient laut Text {{number}}.',
    'indicator-number': 'Ein Indikator ohne Zahl: wie viele, oder welcher Anteil?',
    'two-spellings': 'Zwei Schreibweisen: hier „{{said}}“, sonst „{{term}}“.',
  },
  glossary: {
    title: 'Glossar des Projekts ({{count}})',
    hint: 'Wie die Begriffe des Projekts geschrieben werden. Andere Schreibweisen in den Texten stehen oben.',
    not: 'nicht: {{variants}}',
    term: 'Begriff',
    variants: 'So nicht, durch Kommas getrennt',
    add: 'Hinzufügen',
    added: '{{term}} steht im Glossar',
    remove: '{{term}} aus dem Glossar entfernen',
    removed: '{{term}} steht nicht mehr im Glossar',
  },
};
