import type { Catalogue } from '../catalogue.ts';

export const files: NonNullable<Catalogue['budget']['files']> = {
  menu: 'Excel',
  excel: 'Als Excel-Arbeitsmappe herunterladen',
  csv: 'Als CSV herunterladen',
  import: 'Aus Excel oder CSV importieren …',
  failed: 'Die Datei konnte nicht erstellt werden.',
  file: 'budget',
  grid: 'Budget',
  byOrganisation: 'Nach Organisation',
  byWork: 'Nach Arbeitspaket',
  number: 'Nr.',
  title: 'Titel',
  organisation: 'Organisation',
  activities: 'Davon Aktivitäten',
};

export const importing: NonNullable<Catalogue['budget']['importing']> = {
  title: 'Beträge importieren',
  intro:
    'Eine Arbeitsmappe, die hier heruntergeladen wurde, kehrt an ihre Stellen zurück. Bei jeder anderen Tabelle sagen Sie, welche Spalte wem gehört. Nichts wird geschrieben, bevor Sie gesehen haben, was sich ändert.',
  choose: 'Datei wählen …',
  reading: 'Die Datei wird gelesen …',
  kinds: 'Excel (.xlsx), OpenDocument (.ods) oder CSV, bis 10 MB',
  problem: {
    tooLarge: 'Diese Datei ist größer als 10 MB. Behalten Sie das Blatt mit dem Budget, und entfernen Sie die anderen.',
    encrypted:
      'Diese Datei ist mit einem Passwort geschützt. Öffnen Sie sie, entfernen Sie das Passwort, speichern Sie sie, und wählen Sie sie noch einmal.',
    bomb: 'Diese Datei würde beim Entpacken viel zu groß. Sie wird nicht gelesen.',
    oldFormat:
      'Diese Arbeitsmappe stammt von vor 2007. Öffnen Sie sie, speichern Sie sie als .xlsx, und wählen Sie sie noch einmal.',
    unreadable: 'Das ist keine Arbeitsmappe und keine Tabelle, die sich lesen lässt.',
    empty: 'In dieser Datei ist nichts.',
    slow: 'Das Lesen dieser Datei hat zu lange gedauert. Behalten Sie das Blatt mit dem Budget, und entfernen Sie die anderen.',
  },
  sheet: 'Blatt',
  proposedLeft:
    'Das Blatt „{{name}}“ ist zum Lesen da: Übernommen werden die Beträge des Budgets selbst, wie sie vereinbart waren.',
  negotiated:
    'Das Budget wird verhandelt: Was ein Partner in seine Spalte importiert, ist ein Vorschlag; was die Koordination importiert, ist entschieden.',
  own: 'Diese Datei wurde hier heruntergeladen: Jeder Betrag geht an die Stelle, von der er kam.',
  otherCall:
    'Diese Datei wurde für einen anderen Aufruf heruntergeladen. Ihre Zeilen und Spalten wurden nach Nummern und Namen zugeordnet: Prüfen Sie sie.',
  plain: 'Prüfen Sie, welche Spalte der Datei wem gehört, und welche Zeile welche ist.',
  columns: 'Spalten der Datei',
  rows: 'Zeilen der Datei',
  unused: 'Nicht verwendet',
  column: 'Spalte {{letters}}',
  row: 'Zeile {{number}}',
  rowsMore_one: 'Eine weitere Zeile der Datei wird nicht verwendet.',
  rowsMore_other: '{{count}} weitere Zeilen der Datei werden nicht verwendet.',
  doesEmpty: 'Leere Zellen der Datei leeren hier ihre Zellen',
  nothing: 'Noch hat keine Zeile oder keine Spalte der Datei hier einen Platz.',
  changes_one: '{{count}} Betrag würde sich ändern',
  changes_other: '{{count}} Beträge würden sich ändern',
  unchanged_one: '{{count}} ist schon hier',
  unchanged_other: '{{count}} sind schon hier',
  problems_one: '{{count}} Zelle lässt sich nicht übernehmen',
  problems_other: '{{count}} Zellen lassen sich nicht übernehmen',
  problemsHint:
    'Solange sich eine Zelle nicht übernehmen lässt, wird nichts importiert: Berichtigen Sie die Datei, oder verwenden Sie ihre Zeile oder Spalte nicht.',
  cell: 'Zelle der Datei',
  place: 'Stelle',
  before: 'Jetzt',
  after: 'Dann',
  empty: 'leer',
  more_one: 'und {{count}} weitere',
  more_other: 'und {{count}} weitere',
  merged: 'Diese Zelle ist mit anderen verbunden: Niemand weiß, wessen Betrag es ist.',
  calculation: 'Die Berechnung in dieser Zelle ist misslungen.',
  submit_one: '{{count}} Betrag importieren',
  submit_other: '{{count}} Beträge importieren',
  done_one: '{{count}} Betrag importiert. Rückgängig nimmt ihn zurück.',
  done_other: '{{count}} Beträge importiert. Rückgängig nimmt alle zurück.',
};

export const shares: NonNullable<Catalogue['budget']['shares']> = {
  title: 'Wer, wofür und wann',
  organisation: 'Nach Organisation',
  workPackage: 'Nach Arbeitspaket',
  activity: 'Nach Aktivität',
  years: 'Nach Jahr',
  yearsHint: 'Eine Schätzung: jeder Betrag zu gleichen Teilen auf die Monate seiner Arbeit.',
  year: 'Jahr {{number}}',
  undated: 'Arbeit ohne Monate',
};
