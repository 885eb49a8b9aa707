import type { Catalogue } from '../catalogue.ts';

export const portalRules: Catalogue['portalRules'] = {
  title: 'Was vor dem Einreichen zu wissen ist',
  rule: {
    oneAtATime:
      'Im Portal kann nur eine Person zur selben Zeit das Formular bearbeiten. Wer als Zweites kommt, bekommt es gesagt: sprechen Sie ab, wer überträgt.',
    closeBeforeSubmitting:
      'Wem das Formular gehört, kann nicht einreichen, solange es jemand mit Schreibrecht offen hat: alle anderen müssen es schließen.',
    submitAgain:
      'Ein eingereichtes Formular lässt sich bis zur Frist wieder öffnen und noch einmal einreichen: reichen Sie früh ein, und noch einmal, wenn sich etwas ändert.',
    declarationOnHonour:
      'Die ehrenwörtliche Erklärung, unterschrieben von der gesetzlichen Vertretung des Antragstellers, wird mit jedem Antrag hochgeladen.',
    mandates:
      'Mandate oder Beitrittserklärungen der Partner stehen auf der Vorlage des Aufrufs. Ob sie jetzt fällig sind oder erst mit der Finanzhilfevereinbarung, hängt von Jahr und Agentur ab: fragen Sie Ihre.',
    annexes:
      'Anhänge: höchstens {{filesMax}} Dateien, je {{fileMb}} MB und zusammen {{totalMb}} MB. Die Grenzen ändern sich: sehen Sie im Formular nach.',
    missedDeadline:
      'Wenn das Portal zur Frist ausfällt: der letzte Versuch muss vorher im Verlauf der Einreichungen stehen; sagen Sie es Ihrer Agentur innerhalb von {{hours}} Stunden und schicken Sie das PDF des Formulars unverändert mit. Manche Agenturen geben andere Stunden: lesen Sie den Leitfaden des Jahres.',
  },
};
