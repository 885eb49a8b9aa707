// Mengen und Einheitskosten: nur für Formen, die nach ihnen fördern.
import type { Catalogue } from '../catalogue.ts';

export const costs: NonNullable<Catalogue['budget']['costs']> = {
  title: 'Mengen',
  intro:
    'Wie viele Personen, Tage und Kilometer: daraus werden die Beträge der Tabelle oben nach den Sätzen des Aufrufs berechnet.',
  selectHint: 'Gehen Sie in ein Feld, um zu sehen, wer es geändert hat; Alt+F10 führt zu seinem Verlauf.',
  organisation: 'Organisation',
  amount: 'Betrag',
  real: 'Tatsächliche Kosten',
  realText: 'Tragen Sie ein, was wirklich gezahlt wird, in Euro; der Teil, den der Aufruf erstattet, wird berechnet.',
  problem: 'Eine ganze Zahl von 0 bis {{max}}',
  part: {
    meeting: 'Transnationale Projekttreffen',
    output: 'Geistige Leistungen',
    event: 'Multiplikatorenveranstaltungen',
    activity: 'Lehr-, Lern- und Schulungsaktivitäten',
  },
  quantity: {
    participants: 'Teilnehmende',
    km: 'Entfernung (km)',
    'days-manager': 'Tage von Führungskräften',
    'days-teacher': 'Tage von Lehrkräften, Ausbildenden, Forschenden, Fachkräften der Jugendarbeit',
    'days-technician': 'Tage von technischem Personal',
    'days-administrative': 'Tage von Verwaltungspersonal',
    local: 'Teilnehmende vor Ort',
    foreign: 'Teilnehmende aus dem Ausland',
    staff: 'Personal',
    learners: 'Lernende',
    accompanying: 'Begleitpersonen',
    days: 'Tage',
    linguistic: 'Mit sprachlicher Unterstützung',
    cost: 'Tatsächliche Kosten',
  },
};

export const costRules = {
  'unit-grant-max': {
    title: 'Obergrenze der Förderung',
    prose:
      'Die Förderung bleibt unter dem, was der Aufruf für einen Monat, ein Jahr und ein Projekt zahlt; das Niedrigste davon gilt.',
  },
  'unit-school-max': {
    title: 'Obergrenze des Schulaustauschs',
    prose: 'In Schulaustauschpartnerschaften bleibt die Förderung unter dem, was der Aufruf je Schule und Jahr zahlt.',
  },
  'unit-events-max': {
    title: 'Obergrenze der Multiplikatorenveranstaltungen',
    prose: 'Alle Multiplikatorenveranstaltungen zusammen kosten höchstens, was der Aufruf für ein Projekt zahlt.',
  },
  'unit-events-outputs': {
    title: 'Veranstaltungen brauchen geistige Leistungen',
    prose: 'Multiplikatorenveranstaltungen verbreiten geistige Leistungen: ohne eine gibt es keine Veranstaltung.',
  },
  'unit-exceptional-max': {
    title: 'Obergrenze der außergewöhnlichen Kosten',
    prose: 'Außergewöhnliche Kosten bleiben unter ihrer Obergrenze; die Finanzgarantie zählt nicht mit.',
  },
  'unit-distance': {
    title: 'Entfernungen',
    prose: 'Wer reist, wird nach Entfernung bezahlt, ab der ersten Stufe des Aufrufs.',
  },
  'unit-stay': {
    title: 'Dauer der Aufenthalte',
    prose: 'Jede Gruppe einer Lernaktivität bleibt so viele Tage, wie der Aufruf Sätze hat.',
  },
  'unit-linguistic': {
    title: 'Sprachliche Unterstützung',
    prose:
      'Sprachliche Unterstützung gibt es für Teilnehmende von Aktivitäten ab zwei Monaten, und für nicht mehr Personen, als teilnehmen.',
  },
  'unit-rates': {
    title: 'Sätze für die Arbeit an geistigen Leistungen',
    prose: 'Arbeitstage werden nach der Ländergruppe der Organisation bezahlt.',
  },
  'unit-staff-reason': {
    title: 'Führungskräfte und Verwaltungspersonal',
    prose: 'Ihre Tage für geistige Leistungen brauchen eine Begründung: gewöhnlich deckt sie das Projektmanagement ab.',
  },
};

export const costMessages = {
  'unit-grant-max': 'Die Förderung beträgt {{amount}}: {{difference}} mehr als die erlaubten {{limit}}.',
  'unit-school-max':
    'Die Förderung beträgt {{amount}}: {{difference}} mehr als die {{limit}} für diese Schulen und Monate.',
  'unit-events-max': 'Die Veranstaltungen kosten {{amount}}: {{difference}} mehr als die {{limit}} eines Projekts.',
  'unit-events-outputs':
    '{{name}} ist eine Veranstaltung, und es gibt keine geistige Leistung, die sie verbreiten könnte.',
  'unit-exceptional-max':
    'Die außergewöhnlichen Kosten betragen {{amount}}: {{difference}} mehr als die {{limit}} eines Projekts.',
  'unit-distance': '{{name}}: Für die Reise von {{organisation}} über {{km}} km wird nichts gezahlt.',
  'unit-stay': '{{name}}: {{organisation}} bleibt {{days}} Tage; Sätze gibt es für 1 bis {{max}}.',
  'unit-linguistic':
    '{{name}}: Sprachliche Unterstützung für {{organisation}} verlangt Aufenthalte von {{min}} Tagen, und nicht mehr Personen, als teilnehmen.',
  'unit-rates': '{{name}}: Für {{organisation}} ({{country}}) ist kein Satz bekannt.',
  'unit-staff-reason':
    '{{name}}: Tage von Führungskräften oder Verwaltungspersonal von {{organisation}} brauchen eine Begründung.',
};
