import type { Catalogue } from '../catalogue.ts';

export const session: Catalogue['session'] = {
  opening: 'Wird geöffnet …',
  saving: 'Wird gespeichert …',
  saved: 'Alles gespeichert',
  offline_one: 'Offline: {{count}} Änderung auf diesem Gerät aufbewahrt',
  offline_other: 'Offline: {{count}} Änderungen auf diesem Gerät aufbewahrt',
  offline_zero: 'Offline: Alles ist gespeichert',
  offlineUnkept_one: 'Offline: {{count}} Änderung nur in diesem Tab',
  offlineUnkept_other: 'Offline: {{count}} Änderungen nur in diesem Tab',
  offlineUnkept_zero: 'Offline: Alles ist gespeichert',
  failed: 'Nicht speicherbar: Kopie aufbewahrt',
  failedUnkept: 'Nicht speicherbar: nur in diesem Tab',
  large:
    'Dieser Antrag ist sehr groß geworden, mehrfach so groß, wie das Formular aufnimmt. Exportieren Sie eine Kopie, und entfernen Sie, was nicht gebraucht wird: Über 32 MB lässt sich nichts mehr speichern.',
  unkept: 'Dieser Browser bewahrt keine Kopie Ihres Textes auf. Lassen Sie die Seite offen, bis alles gespeichert ist.',
  shortOffline: 'Offline',
  waiting: 'Seit {{seconds}} s nicht gespeichert. Ihr Text ist auf diesem Gerät aufbewahrt.',
  download: 'Meinen Text herunterladen',
  blocked:
    'Dieses Netz blockiert Live-Verbindungen. Sie können weiterschreiben; es bleibt auf diesem Gerät und wird gesendet, sobald die Verbindung klappt.',
  refusedTitle: 'Ein Teil Ihres Textes konnte nicht gespeichert werden',
  reloadedTitle: 'Diese Seite wurde neu geladen',
  changeRefusedTitle: 'Ihre letzte Änderung konnte nicht gespeichert werden',
  refusedWhy:
    'Der Server hat es abgelehnt, Ihre Rechte haben sich geändert, oder ein älterer Stand wurde wiederhergestellt.',
  refusedKept: 'Kopieren Sie, was Sie brauchen; es bleibt hier, bis Sie diese Meldung schließen.',
  whyMalformed:
    'Der Server konnte nicht lesen, was diese Seite geschickt hat. Das ist ein Fehler von Adagia, nicht von Ihnen: Bitte sagen Sie es denen, die den Server betreiben.',
  whyNotAllowed: 'Sie dürfen dort nicht mehr schreiben: Ihre Rechte haben sich geändert.',
  whyTooBig: 'Es war mehr, als auf einmal angenommen wird. Fügen Sie es in kleineren Stücken ein.',
  whyFull:
    'Dieser Antrag hat 32 MB erreicht und nimmt nichts mehr auf. Exportieren Sie eine Kopie, und entfernen Sie, was nicht gebraucht wird; dann ist wieder Platz.',
  whyContent: 'Es enthält etwas, wofür dieser Antrag keinen Platz hat.',
  whyLocked: 'Der Abschnitt ist gesperrt: Die Koordination des Antrags kann ihn wieder öffnen.',
  whyFrozen:
    'Der Antrag wurde eingefroren, während Sie schrieben: Sobald er wieder freigegeben ist, können Sie Ihren Text einfügen.',
  whyRestored: 'Ein älterer Stand dieses Antrags wurde aus einer Sicherung zurückgeholt.',
  whyGuest:
    'Sie haben das hier als Gast geschrieben, und auf einem anderen Gerät mit Ihrem Konto weitergemacht, bevor es gesendet war.',
  whyDifferent: 'Diese Seite zeigte nicht dasselbe, was der Server hat.',
  copy: 'Kopieren',
  dismiss: 'Ich habe, was ich brauche',
  signInAgain:
    'Sie wurden abgemeldet. Melden Sie sich wieder an, um weiterzumachen; Ihr Text ist auf diesem Gerät aufbewahrt.',
  tooOld: 'Diese Seite ist älter als der Server. Laden Sie sie neu, um weiterzumachen.',
  gone: 'Sie haben keinen Zugang mehr zu diesem Antrag.',
  storage:
    'Der Server kann im Moment nichts speichern. Schreiben Sie weiter: Ihr Text bleibt hier und wird gespeichert, sobald es geht.',
  damaged:
    'Dieser Antrag lässt sich nicht öffnen: Was auf dem Server davon gespeichert ist, ist beschädigt. Was Sie auf diesem Gerät geschrieben haben, bleibt hier. Sagen Sie es denen, die den Server betreiben: Sie können eine Sicherung einspielen, und diese Seite macht dann von selbst weiter.',
  toSignIn: 'Anmelden',
  toReload: 'Neu laden',
  autoSaved: 'Alles wird automatisch gespeichert',
};
