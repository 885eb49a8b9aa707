import type { Catalogue } from '../catalogue.ts';

/** Of the rules of the timetable. */
export const planMessages = {
  'activity-result': '{{name}} sagt nirgends, was sie bringen soll.',
  'venue-country': '{{name}} findet in {{country}} statt, wo keine Organisation des Projekts ist.',
  'deliverable-month': '{{name}} hat keinen Monat.',
  'points-in-project': '{{name}} kommt in M{{month}}; das Projekt endet mit M{{duration}}.',
  'deliverable-in-work-package': '{{name}} (M{{month}}) liegt außerhalb von {{host}} (M{{hostFrom}} bis M{{hostTo}}).',
  'organisation-load': '{{organisation}} leitet {{count}} Aktivitäten in M{{month}}: {{numbers}}.',
  'dependency-order': '{{name}} beginnt in M{{from}}, bevor {{other}} zu Ende ist (M{{otherTo}}).',
  'dependency-cycle': '{{name}} wartet auf {{other}}, und umgekehrt. Nehmen Sie eine der beiden Abhängigkeiten weg.',
};

export const planRules = {
  'activity-result': {
    title: 'Aktivitäten bringen etwas',
    prose: 'Jede Aktivität sagt, was sie bringen soll: in ihrem Text oder als Liefergegenstand.',
  },
  'venue-country': {
    title: 'Orte in beteiligten Ländern',
    prose:
      'Aktivitäten finden in den Ländern der beteiligten Organisationen statt. Ein Land ist bekannt, wenn sein englischer Name im Ort steht.',
  },
  'deliverable-month': {
    title: 'Liefergegenstände haben einen Monat',
    prose: 'Jeder Liefergegenstand und jeder Meilenstein sagt, in welchem Monat er da ist.',
  },
  'points-in-project': {
    title: 'Liefergegenstände innerhalb des Projekts',
    prose: 'Kein Liefergegenstand und kein Meilenstein kommt nach dem letzten Monat des Projekts.',
  },
  'deliverable-in-work-package': {
    title: 'Liefergegenstände innerhalb ihres Arbeitspakets',
    prose: 'Ein Liefergegenstand oder Meilenstein kommt in den Monaten seines Arbeitspakets.',
  },
  'organisation-load': {
    title: 'Last jeder Organisation',
    prose: 'Keine Organisation leitet mehr als drei Aktivitäten im selben Monat.',
  },
  'dependency-order': {
    title: 'Was auf etwas wartet, beginnt danach',
    prose: 'Was nach etwas anderem beginnt, beginnt nicht vor dessen Ende.',
  },
  'dependency-cycle': {
    title: 'Nichts wartet auf sich selbst',
    prose: 'Keine Kette von Abhängigkeiten kommt dorthin zurück, wo sie begann.',
  },
};

export const planChecks: Catalogue['planChecks'] = {
  title: 'Prüfungen des Plans',
  none: 'Nichts zu beheben.',
  count_one: '{{count}} anzusehen',
  count_other: '{{count}} anzusehen',
  required: 'Das Formular verlangt es',
  show: 'Zeigen',
  showPlace: 'Stelle zeigen: {{text}}',
  waive: 'Gelten lassen',
  waiveText: 'Gelten lassen: {{text}}',
  reason: 'Warum das so bleiben darf',
  reasonHint: 'Alle im Antrag sehen es, mit Ihrem Namen.',
  reasonMissing: 'Sagen Sie, warum: Die anderen werden fragen.',
  store: 'Mit diesem Grund gelten lassen',
  cancel: 'Abbrechen',
  waivedTitle_one: '{{count}} gilt so',
  waivedTitle_other: '{{count}} gelten so',
  waivedBy: '„{{reason}}“ – {{name}}, {{when}}',
  somebody: 'jemand, der nicht mehr dabei ist',
  takeBack: 'Zurücknehmen',
  takeBackText: 'Zurücknehmen: {{text}}',
  waivedSaid: 'Gilt so: {{text}}',
  backSaid: 'Zählt wieder: {{text}}',
};
