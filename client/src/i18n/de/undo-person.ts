import type { Catalogue } from '../catalogue.ts';

export const undoPerson: Catalogue['undoPerson'] = {
  title: 'Rückgängig machen, was jemand getan hat',
  intro:
    'Was diese Person geschrieben hat, verschwindet, was sie gelöscht hat, kommt zurück, Formate und Werte werden, was sie waren, und ihre Vorschläge werden zurückgezogen. Was andere dazwischen geschrieben haben, bleibt. Es ändert sich nichts, bevor Sie es hier angesehen haben.',
  person: 'Wessen Änderungen',
  choosePerson: 'Person wählen',
  from: 'Ab wann bis jetzt',
  hourAgo: 'Vor einer Stunde',
  dayAgo: 'Vor einem Tag',
  weekAgo: 'Vor einer Woche',
  ofVersion: 'Version {{version}}',
  lastOf: '{{name}}, zuletzt am {{when}}',
  noWriters: 'Seitdem hat niemand etwas geschrieben',
  reach:
    'Das Protokoll, wer was gelöscht hat, reicht bis {{when}} zurück; von davor lässt sich hier nichts rückgängig machen.',
  tooEarly:
    'Was vor dem {{when}} getan wurde, gehört nicht dazu: So weit reicht das Protokoll nicht zurück. Nehmen Sie dafür die Versionen.',
  noReach:
    'Das Protokoll dieses Antrags hat Fehler, sodass sich nicht sagen lässt, wer was getan hat. Nehmen Sie stattdessen die Versionen.',
  nothing: 'Es ist nichts davon übrig, was sich rückgängig machen ließe',
  nothingText:
    'Was {{name}} seitdem getan hat, wurde rückgängig gemacht, überschrieben oder gelöscht, oder andere haben es als Eigenes zurückgeholt.',
  frozen: 'Solange der Antrag eingefroren ist, lässt sich nichts rückgängig machen',
  frozenText: 'Was {{name}} seitdem getan hat, bleibt, wie es ist, bis der Antrag wieder offen ist.',
  allClosed: 'Nichts davon können Sie rückgängig machen',
  allClosedText: 'Was {{name}} seitdem getan hat, steht da, wo gesperrt ist oder wo Sie nicht schreiben.',
  changedMeanwhile:
    'Seit Sie es angesehen haben, hat jemand etwas davon geändert. Rückgängig gemacht ist noch nichts: So würde es jetzt.',
  preview: 'Wie es würde',
  counts: {
    removed_one: '{{count}} Zeichen verschwindet',
    removed_other: '{{count}} Zeichen verschwinden',
    returned_one: '{{count}} Zeichen kommt zurück',
    returned_other: '{{count}} Zeichen kommen zurück',
    reformatted_one: '{{count}} Zeichen sieht aus wie vorher',
    reformatted_other: '{{count}} Zeichen sehen aus wie vorher',
    suggestions_one: '{{count}} Vorschlag wird zurückgezogen',
    suggestions_other: '{{count}} Vorschläge werden zurückgezogen',
    fields_one: '{{count}} Wert wie vorher',
    fields_other: '{{count}} Werte wie vorher',
  },
  include: 'Rückgängig machen in {{title}}',
  stays: 'Was bleibt, wie es ist',
  amid_one: '{{count}} Zeichen von anderen mittendrin bleibt, wo es ist.',
  amid_other: '{{count}} Zeichen von anderen mittendrin bleiben, wo sie sind.',
  deletedByOthers_one: '{{count}} gelöschtes Zeichen kommt nicht zurück: Andere haben es auch gelöscht.',
  deletedByOthers_other: '{{count}} gelöschte Zeichen kommen nicht zurück: Andere haben sie auch gelöscht.',
  broughtBack_one: '{{count}} gelöschtes Zeichen haben andere schon zurückgeholt.',
  broughtBack_other: '{{count}} gelöschte Zeichen haben andere schon zurückgeholt.',
  unclear_one:
    '{{count}} Zeichen eines Vorschlags bleibt vorgeschlagen: Andere haben es zurückgeholt oder dort getippt.',
  unclear_other:
    '{{count}} Zeichen von Vorschlägen bleiben vorgeschlagen: Andere haben sie zurückgeholt oder dort getippt.',
  overtaken: '{{what}}: seitdem von {{name}} geändert',
  builtOn: '{{what}}: Andere haben etwas dazu geschrieben, seit es angelegt wurde',
  closed: '{{what}}: gesperrt, oder Sie schreiben dort nicht',
  undo_one: 'An {{count}} Stelle rückgängig machen',
  undo_other: 'An {{count}} Stellen rückgängig machen',
  nowKept:
    'Der jetzige Stand wird vorher als Version behalten, und bis zum Neuladen der Seite lässt sich alles in einem Schritt zurücknehmen.',
  notSavedYet: 'Warten Sie, bis gespeichert ist, was Sie geschrieben haben.',
  beforeUndoing: 'Bevor rückgängig gemacht wurde, was {{name}} getan hat',
  done: 'Rückgängig gemacht, was {{name}} seit {{when}} getan hat: {{counts}}',
  notYours: 'Nur wer bearbeiten darf, kann rückgängig machen, was andere getan haben.',
  open: 'Rückgängig machen, was jemand getan hat …',
  openFor: 'Rückgängig machen, was {{name}} getan hat',
};
