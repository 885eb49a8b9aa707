// What each rule of the call says in German, and what to do where one about the partnership does not hold.
import type { Catalogue } from '../catalogue.ts';
import { costRules } from './budget-costs.ts';
import { planRules } from './plan-checks.ts';

export const rules: NonNullable<Catalogue['budget']['rules']> = {
  ...planRules,
  ...costRules,
  'applicant-country': {
    title: 'Land des Antragstellers',
    prose:
      'Der Antragsteller hat seinen Sitz in einem Mitgliedstaat oder einem mit dem Programm assoziierten Drittland.',
  },
  'partner-country': {
    title: 'Länder der Partner',
    prose:
      'Partner kommen aus Mitgliedstaaten und assoziierten Ländern sowie aus den Regionen anderer Länder, die der Aufruf zulässt.',
  },
  'country-excluded': {
    title: 'Ausgenommene Länder',
    prose: 'Keine Organisation kommt aus einem Land, das die Aktion ausnimmt.',
  },
  'applicant-age': {
    title: 'Alter des Antragstellers',
    prose: 'Der Antragsteller besteht bei der ersten Frist des Aufrufs so viele Jahre, wie dieser verlangt.',
  },
  'oid-present': {
    title: 'Jede Organisation hat ihre Nummer',
    prose:
      'Antragsteller und Partner sind dort registriert, wo der Aufruf sie nachschlägt: im Registrierungssystem des Programms mit einer OID (E und acht Ziffern) oder im EU-Portal mit einer PIC (neun Ziffern).',
  },
  'oid-once': {
    title: 'Jede Nummer einmal',
    prose: 'Keine zwei Organisationen der Partnerschaft haben dieselbe OID oder PIC.',
  },
  'applications-per-oid': {
    title: 'Anträge einer Organisation',
    prose:
      'Eine Organisation beteiligt sich zu einer Frist an nicht mehr Anträgen, als der Aufruf erlaubt. Gezählt wird, was ihre Karte sagt.',
  },
  'higher-education-charter': {
    title: 'Charta für die Hochschulbildung',
    prose: 'Hochschulen der Programmländer haben eine gültige Charta (ECHE).',
  },
  'associated-partners-allowed': {
    title: 'Assoziierte Partner',
    prose: 'Assoziierte Partner beteiligen sich nur, wo die Aktion sie vorsieht.',
  },
  'associated-partner-money': {
    title: 'Kein Geld für assoziierte Partner',
    prose: 'Assoziierte Partner bekommen keinen Anteil am Budget; sie zählen auch nicht zur Mindestzahl.',
  },
  'organisation-type': {
    title: 'Art jeder Organisation',
    prose: 'Das Formular zeigt die Art, unter der jede Organisation registriert ist.',
  },
  'latin-name': {
    title: 'Namen in lateinischer Schrift',
    prose:
      'Neben einem offiziellen Namen in anderer Schrift steht seine lateinische Form, wie im Registrierungssystem.',
  },
  'newcomer-involved': {
    title: 'Neulinge sind beteiligt',
    prose: 'Mindestens eine Organisation ist neu im Programm oder hat wenig Erfahrung damit.',
  },
  'third-country-value': {
    title: 'Mehrwert anderer Länder',
    prose:
      'Ein Partner aus einem nicht assoziierten Drittland bringt ein, was sonst niemand könnte; sonst wird er herausgenommen.',
  },
  'lump-sum-chosen': {
    title: 'Pauschalbetrag',
    prose: 'Das Projekt beantragt einen der Pauschalbeträge des Aufrufs.',
  },
  'work-packages-add-up': {
    title: 'Die Arbeitspakete ergeben den Pauschalbetrag',
    prose: 'Die Beträge aller Arbeitspakete, mit Projektmanagement, ergeben zusammen den Pauschalbetrag.',
  },
  'management-share': {
    title: 'Anteil des Projektmanagements',
    prose:
      'Arbeitspaket 1, das Projektmanagement, kostet höchstens den Anteil am Pauschalbetrag, den der Aufruf erlaubt.',
  },
  'activities-add-up': {
    title: 'Die Aktivitäten ergeben ihr Arbeitspaket',
    prose: 'In jedem Arbeitspaket außer dem Management ergeben die Beträge der Aktivitäten seinen Betrag.',
  },
  'activities-fill-lump-sum': {
    title: 'Die Aktivitäten ergeben den Pauschalbetrag',
    prose: 'Wo Aktivitäten die Beträge tragen, ergeben sie zusammen den Pauschalbetrag.',
  },
  'activity-amount': {
    title: 'Jede Aktivität hat einen Betrag',
    prose: 'Das Formular fragt nach dem Betrag jeder Aktivität.',
  },
  'partner-with-money': {
    title: 'Jede Organisation hat einen Anteil',
    prose:
      'Eine Organisation, die etwas leitet oder daran beteiligt ist, hat einen Betrag; sonst fragen Gutachter, wer ihre Arbeit bezahlt.',
  },
  'duration-range': {
    title: 'Dauer des Projekts',
    prose: 'Das Projekt dauert so viele Monate, wie der Aufruf erlaubt.',
  },
  'start-window': {
    title: 'Beginn des Projekts',
    prose: 'Das Projekt beginnt in der Zeit, die der Aufruf erlaubt.',
  },
  'period-set': {
    title: 'Alles hat seine Monate',
    prose: 'Jedes Arbeitspaket und jede Aktivität hat einen ersten und einen letzten Monat, in dieser Reihenfolge.',
  },
  'months-in-project': {
    title: 'Monate innerhalb des Projekts',
    prose: 'Kein Arbeitspaket und keine Aktivität beginnt oder endet nach dem letzten Monat des Projekts.',
  },
  'activity-in-work-package': {
    title: 'Aktivitäten innerhalb ihres Arbeitspakets',
    prose: 'Eine Aktivität findet in den Monaten ihres Arbeitspakets statt.',
  },
  'management-work-package': {
    title: 'Arbeitspaket 1 ist das Projektmanagement',
    prose: 'Es gibt ein Arbeitspaket für das Projektmanagement, es ist das erste, und es hat keine Aktivitäten.',
  },
  'activity-has-work-package': {
    title: 'Jede Aktivität gehört zu einem Arbeitspaket',
    prose: 'Wo es Arbeitspakete gibt, gehört jede Aktivität zu einem davon.',
  },
  'work-package-activities': {
    title: 'Arbeitspakete haben Aktivitäten',
    prose: 'Jedes Arbeitspaket außer dem Management hat mindestens so viele Aktivitäten, wie das Formular will.',
  },
  'work-package-count': {
    title: 'Zahl der Arbeitspakete',
    prose: 'Neben dem Management gibt es so viele Arbeitspakete, wie das Formular erlaubt.',
  },
  'work-packages-recommended': {
    title: 'Wenige Arbeitspakete',
    prose: 'Die Leitfäden empfehlen eine kleine Zahl von Arbeitspaketen, mit Projektmanagement.',
  },
  'work-package-title': {
    title: 'Arbeitspakete haben einen Titel',
    prose: 'Das Formular fragt nach dem Titel jedes Arbeitspakets.',
  },
  'work-package-lead': {
    title: 'Arbeitspakete haben eine Leitung',
    prose: 'Eine Organisation leitet jedes Arbeitspaket; Gutachter achten darauf, wer zuständig ist.',
  },
  'activity-title': {
    title: 'Aktivitäten haben einen Titel',
    prose: 'Das Formular fragt nach dem Titel jeder Aktivität.',
  },
  'activity-venue': { title: 'Aktivitäten haben einen Ort', prose: 'Das Formular fragt nach dem Ort jeder Aktivität.' },
  'activity-lead': {
    title: 'Aktivitäten haben eine Leitung',
    prose: 'Das Formular fragt, welche Organisation jede Aktivität leitet.',
  },
  'activity-participants': {
    title: 'Aktivitäten sind gemeinsam',
    prose: 'Neben der Leitung ist mindestens eine weitere Organisation an einer Aktivität beteiligt.',
  },
  'partner-with-tasks': {
    title: 'Jede Organisation hat Aufgaben',
    prose: 'Jede Organisation leitet ein Arbeitspaket oder eine Aktivität oder ist an einer beteiligt.',
  },
  'organisations-min': {
    title: 'Zahl der Organisationen',
    prose: 'Es beteiligen sich mindestens so viele Organisationen, wie der Aufruf verlangt.',
  },
  'countries-min': {
    title: 'Zahl der Länder',
    prose:
      'Die Organisationen kommen aus so vielen verschiedenen Mitgliedstaaten und assoziierten Ländern, wie der Aufruf verlangt.',
  },
};

export const todos: NonNullable<Catalogue['partners']['todo']> = {
  'organisations-min': 'Fügen Sie Organisationen als Partner hinzu. Assoziierte Partner zählen nicht.',
  'countries-min': 'Suchen Sie einen Partner in einem Mitgliedstaat oder assoziierten Land, das noch nicht dabei ist.',
  'duration-range': 'Ändern Sie die Dauer im Abschnitt „Context“.',
  'applicant-country':
    'Lassen Sie eine Organisation aus einem Mitgliedstaat oder assoziierten Land beantragen, und beteiligen Sie sich als Partner.',
  'partner-country':
    'Suchen Sie anderswo einen Partner, oder beteiligen Sie ihn als assoziierten Partner, wo der Aufruf das erlaubt.',
  'country-excluded': 'Nehmen Sie die Organisation heraus.',
  'applicant-age': 'Lassen Sie eine ältere Organisation beantragen, oder warten Sie auf einen späteren Aufruf.',
  'oid-present':
    'Registrieren Sie sie dort, wo der Aufruf es verlangt (OID: Registrierungssystem; PIC: EU-Portal), oder schlagen Sie dort ihre Nummer nach, und tragen Sie sie in ihrer Karte ein.',
  'oid-once':
    'Schlagen Sie beide im Registrierungssystem nach; eine ist verschrieben, oder dieselbe Organisation ist zweimal hier.',
  'applications-per-oid':
    'Verlassen Sie einen der anderen Anträge, oder lassen Sie sich an diesem eine andere Organisation beteiligen.',
  'higher-education-charter': 'Tragen Sie den Code ihrer Charta ein, oder fragen Sie ihr International Office danach.',
  'associated-partners-allowed': 'Machen Sie sie zum Partner, oder nennen Sie sie nur im Text.',
  'associated-partner-money': 'Machen Sie sie zum Partner, oder verteilen Sie ihre Beträge auf die anderen.',
  'organisation-type': 'Wählen Sie die Art in ihrer Karte; das Registrierungssystem zeigt sie.',
  'latin-name': 'Tragen Sie die lateinische Form ihres Namens in ihrer Karte ein.',
  'newcomer-involved': 'Kennzeichnen Sie Neulinge in ihren Karten, oder suchen Sie einen: Gutachter fragen danach.',
  'third-country-value':
    'Sagen Sie unter „Partnership and cooperation arrangements“, was nur dieser Partner einbringen kann.',
};
