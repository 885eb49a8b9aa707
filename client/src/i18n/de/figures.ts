import type { Catalogue } from '../catalogue.ts';

export const figures: Catalogue['figures'] = {
  bar: 'Ausgewählte Zelle: {{name}}',
  empty: 'leer',
  history: 'Verlauf',
  comment: 'Kommentieren',
  comments_one: '{{count}} Kommentar',
  comments_other: '{{count}} Kommentare',
  historyOf: 'Verlauf: {{name}}',
  noHistory: 'Diesen Betrag hat noch niemand geändert.',
  fromTo: '{{before}} → {{after}}',
  overtaken: 'Schrieb {{value}} im selben Moment wie jemand anderes, dessen {{after}} gilt.',
  atFirst: 'Am Anfang: {{value}}',
  restore: 'Zurücksetzen',
  restoreValue: 'Zurücksetzen auf {{value}}',
  now: 'Jetzt',
  more: 'Ältere Werte zeigen',
};
