import type { Catalogue } from '../catalogue.ts';

export const common: Catalogue['common'] = {
  brokenTitle: 'Auf dieser Seite ist etwas schiefgegangen',
  brokenText:
    'Was Sie geschrieben haben, ist auf diesem Gerät und auf dem Server aufbewahrt. Versuchen Sie es noch einmal, oder laden Sie die Seite neu.',
  tryAgain: 'Noch einmal versuchen',
  reload: 'Neu laden',
  loading: 'Wird geladen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  close: 'Schließen',
  remove: 'Entfernen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  back: 'Zurück',
  yes: 'Ja',
  no: 'Nein',
};
