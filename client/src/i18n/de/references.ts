import type { Catalogue } from '../catalogue.ts';

export const references: Catalogue['references'] = {
  menu: 'Verweisen auf',
  of: '{{aspect}}: {{subject}}',
  here: '{{label}}. {{keys}} öffnet es.',
  gone: '„{{words}}“: nicht mehr im Plan oder unter den Partnern. Das sind die Worte von damals.',
  goneShort:
    'Das ist nicht mehr im Plan oder unter den Partnern. Entferntes lässt sich auf der Seite des Plans zurückholen.',
  aspects: {
    number: 'Nummer',
    title: 'Titel',
    from: 'Erster Monat',
    to: 'Letzter Monat',
    month: 'Monat',
    from_date: 'Beginn',
    to_date: 'Ende',
    month_date: 'Fällig',
    amount: 'Betrag',
    partners: 'Zahl der beteiligten Organisationen',
    name: 'Name',
    acronym: 'Kurzname des Projekts',
    duration: 'Dauer des Projekts in Monaten',
    start: 'Erster Tag des Projekts',
    end: 'Letzter Tag des Projekts',
    lump_sum: 'Pauschale',
    total: 'Summe des Budgets',
    organisations: 'Zahl der Organisationen im Projekt',
    countries: 'Zahl der Länder im Projekt',
    work_packages: 'Zahl der Arbeitspakete',
    activities: 'Zahl der Aktivitäten',
  },
};
