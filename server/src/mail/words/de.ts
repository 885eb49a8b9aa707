// What mails say in German.
import type { MailWords } from './mail-words.ts';

export const de: MailWords = {
  openProposal: 'Antrag öffnen',
  mentionSubject: (actor, proposal) => `${actor} hat Sie in ${proposal} erwähnt`,
  mentionLine: (actor, section) => `${actor} hat Sie in einem Kommentar${section && ` in „${section}“`} erwähnt.`,
  mentionOrganisationSubject: (actor, proposal) => `${actor} hat Ihre Organisation in ${proposal} erwähnt`,
  mentionOrganisationLine: (actor, section) =>
    `${actor} hat Ihre Organisation in einem Kommentar${section && ` in „${section}“`} erwähnt.`,
  taskSubject: (actor, proposal) => `${actor} hat in ${proposal} eine Aufgabe für Sie`,
  taskLine: (actor, section) => `${actor} bittet Sie, einen Kommentar${section && ` in „${section}“`} zu erledigen.`,
  taskOrganisationLine: (actor, section) =>
    `${actor} bittet Ihre Organisation, einen Kommentar${section && ` in „${section}“`} zu erledigen.`,
  taskUntil: (day) => `Erwartet wird es bis ${day}.`,
  taskDueSubject: (_, proposal) => `${proposal}: Ein Kommentar, den Sie erledigen, ist fällig`,
  taskDueLine: (section) =>
    `Sie haben einen Kommentar zu erledigen${section && ` in „${section}“`}, und er ist noch offen.`,
  evaluationDueSubject: (_, proposal) => `${proposal}: Ihre Bewertung ist fällig`,
  evaluationDueLine: 'Ihre Bewertung ist noch nicht abgegeben.',
  doneLine: (actor, section) =>
    `${actor} hat eine Aufgabe erledigt, die Sie vergeben hatten${section && `, in „${section}“`}.`,
  assignedSubject: (_, proposal) => `In ${proposal} sind Sie jetzt für etwas zuständig`,
  assignedLine: (actor, section) => `${actor} hat Ihnen einen Teil von „${section}“ übertragen.`,
  writerLine: (actor, section) => `${actor} hat Sie zum Mitschreiben von „${section}“ eingetragen.`,
  workplan: 'Arbeitsplan',
  budget: 'Budget',
  partners: 'Partner',
  deadlineSubject: (_, proposal) => `${proposal}: Die Frist läuft bald ab`,
  deadlineLine: (when, days) =>
    days > 1
      ? `Die Frist läuft in weniger als ${days} Tagen ab: ${when} in Brüssel.`
      : `Die Frist läuft in weniger als einem Tag ab: ${when} in Brüssel.`,
  whereYouAre: (when) => `Bei Ihnen: ${when}.`,
  grantedSubject: (_, proposal) => `Sie sind dabei: ${proposal}`,
  grantedLine: (actor) => `${actor} hat Ihnen wie gewünscht Zugang zu diesem Antrag gegeben.`,
  replyLine: (actor, section) => `${actor} hat auf einen Kommentar${section && ` in „${section}“`} geantwortet.`,
  suggestionReplyLine: (actor, section) => `${actor} hat Ihren Vorschlag${section && ` in „${section}“`} kommentiert.`,
  roleLine: (actor, role) => `${actor} hat Ihre Rolle geändert. Sie lautet jetzt: ${role}.`,
  joinedLine: (actor) => `${actor} hat Sie in diesen Antrag mitgenommen.`,
  requestLine: (actor) => `${actor} bittet um Zugang.`,
  evaluationSubject: (_, proposal) => `Bitte bewerten Sie ${proposal}`,
  evaluationLine: (actor) =>
    `${actor} bittet Sie, diesen Antrag zu bewerten. Niemand liest Ihre Bewertung, bevor Sie sie abgeben.`,
  evaluatedLine: (round) => `Alle Bewertungen der Runde ${round} sind da.`,
  reminderLine: (actor) => `${actor} erinnert Sie an das, was noch fehlt.`,
  figuresProposedLine: (actor) => `${actor} schlägt Beträge für das Budget vor.`,
  figuresDecidedLine: (actor) => `${actor} hat über Ihre vorgeschlagenen Beträge entschieden.`,
  columnAgreedLine: (actor) => `${actor} hat dem Budget der eigenen Organisation zugestimmt.`,
  columnNotAgreedLine: (actor) => `${actor} hat die Zustimmung zum Budget der eigenen Organisation zurückgenommen.`,
  somebody: 'Jemand',
  digestSubject: (proposals) => `Neues in ${proposals}`,
  digestIntro: (name) =>
    `Guten Tag, ${name},\ndas ist seit dem letzten Mal geschehen. Was Sie schon gesehen haben, ist nicht dabei.`,
  digestChanges: (section, names, count) =>
    `${section}: ${count === 1 ? 'eine Änderung' : `${count} Änderungen`} von ${names}`,
  stopSection: (section, url) => `Nichts mehr über „${section}“: ${url}`,
  stopDigest: (url) => `Keine tägliche Zusammenfassung mehr: ${url}`,
  stopImmediate: (url) => `Keine solchen Mails mehr: ${url}`,

  roles: {
    coordinator: 'Koordination',
    editor: 'Schreiben',
    suggester: 'Vorschlagen',
    commenter: 'Kommentieren',
    viewer: 'Lesen',
    guest: 'Gast',
  },
  inviteSubject: (inviter, title) => `${inviter} lädt Sie zum Antrag ${title} ein`,
  inviteText: (inviter, title, what) => `${inviter} lädt Sie zum Erasmus+-Antrag „${title}“ ein: ${what}.`,
  invitedTo: {
    coordinator: 'Sie koordinieren ihn',
    editor: 'Sie schreiben ihn mit',
    suggester: 'Sie lesen, kommentieren und schlagen Änderungen vor',
    commenter: 'Sie lesen und kommentieren ihn',
    viewer: 'Sie lesen ihn',
    guest: 'Sie schreiben Ihren Teil davon',
  },
  inviteAction: 'Einladung annehmen',
  inviteNoAccount: 'Sie brauchen kein Konto: Ihr Name genügt.',
  inviteClosing: (until) => `Der Link ist nur für Sie bestimmt und gilt einmal, bis zum ${until}.`,
  declinedSubject: 'Ihre Bitte um Zugang',
  declinedText: (name) =>
    `Guten Tag, ${name},\nSie haben um Zugang zu einem Antrag in Adagia gebeten. Die Koordination hat geantwortet: Im Moment erhalten Sie keinen Zugang. Wenn Sie das für einen Irrtum halten, sprechen Sie bitte mit ihr.`,
  declinedClosing: 'Wenn Sie nicht darum gebeten haben, müssen Sie nichts tun.',
  reminderSubject: (title, organisation) => `${title}: Was von ${organisation} noch fehlt`,
  reminderHello: (name) => `Guten Tag, ${name},`,
  reminderText: (asker, organisation, title) =>
    `${asker} bittet um das, was von ${organisation} im Erasmus+-Antrag „${title}“ noch fehlt.`,
  reminderUntil: (day) => `Bitte ergänzen Sie es bis zum ${day}.`,
  reminderAction: 'Jetzt ergänzen',
  reminderClosing: (organisation) => `Sie erhalten diese Mail, weil Sie in diesem Antrag zu ${organisation} gehören.`,
  missingData: (fields) => `Angaben zur Organisation: ${fields}`,
  missingRepresentative: (fields) => `Gesetzliche Vertretung: ${fields}`,
  missingContact: 'Eine Kontaktperson mit E-Mail-Adresse',
  missingProjects: 'Frühere Projekte, oder dass es keine gibt',
  missingDocument: (documents) => `Zu unterschreiben: ${documents}`,
  missingBegun: (question) => `${question} (begonnen, noch nicht zur Durchsicht bereit)`,
  missingText: (question) => `${question} (noch nichts geschrieben)`,
  fields: {
    legalNameLatin: 'der offizielle Name in lateinischer Schrift',
    city: 'der Ort',
    oid: 'die OID',
    pic: 'die PIC',
    type: 'die Art der Organisation',
    charter: 'der Code der Charta (ECHE)',
    established: 'seit wann es sie gibt',
    publicBody: 'ob sie eine öffentliche Einrichtung ist',
    nonProfit: 'ob sie gemeinnützig ist',
    representativeName: 'Name',
    representativePosition: 'Funktion',
    representativeEmail: 'E-Mail-Adresse',
  },
  documents: {
    mandate: 'das Mandat',
    accession: 'das Beitrittsformular',
    declaration: 'die ehrenwörtliche Erklärung',
    other: 'ein weiteres Dokument',
  },

  testSubject: 'Adagia kann Mails verschicken',
  testText: (address) => `Diese Mail wurde von ${address} verschickt, um zu prüfen, ob der Versand klappt. Er klappt.`,
  signInSubject: 'Bei Adagia anmelden',
  signInText: (name) => `Guten Tag, ${name},\nmit diesem Link melden Sie sich bei Adagia an.`,
  signInAction: 'Anmelden',
  signInClosing:
    'Er gilt einmal, innerhalb von 15 Minuten. Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun: Ohne ihn kommt niemand hinein.',
  unknownSubject: 'Kein Konto in Adagia mit dieser Adresse',
  unknownText:
    'Jemand, vermutlich Sie, wollte mit dieser Adresse einen Anmeldelink für Adagia oder ein neues Passwort. Es gibt kein Konto damit: Vielleicht haben Sie eine andere Adresse verwendet.',
  unknownAction: 'Konto anlegen',
  unknownClosing: 'Wenn Sie das nicht waren, müssen Sie nichts tun.',
  verifySubject: 'Bestätigen Sie Ihre E-Mail-Adresse',
  verifyText: (name) =>
    `Guten Tag, ${name},\nmit dieser Adresse wurde ein Konto in Adagia angelegt. Bitte bestätigen Sie, dass es Ihre ist.`,
  verifyAction: 'Adresse bestätigen',
  verifyClosing:
    'Der Link gilt einmal, innerhalb eines Tages. Wenn Sie kein Konto angelegt haben, öffnen Sie ihn nicht: Ohne ihn kann niemand das Konto mit Ihrer Adresse benutzen.',
  existsSubject: 'Sie haben schon ein Konto in Adagia',
  existsText: (name) =>
    `Guten Tag, ${name},\njemand, vermutlich Sie, wollte mit dieser Adresse ein Konto in Adagia anlegen. Es gibt schon eines: Melden Sie sich damit an. Wenn Sie das Passwort vergessen haben, können Sie dort ein neues setzen.`,
  existsAction: 'Anmelden',
  existsClosing: 'Wenn Sie das nicht waren, müssen Sie nichts tun. Niemand hat erfahren, dass Sie ein Konto haben.',
  resetSubject: 'Neues Passwort setzen',
  resetText: (name) => `Guten Tag, ${name},\nhier setzen Sie ein neues Passwort für Adagia.`,
  resetAction: 'Neues Passwort setzen',
  resetClosing:
    'Der Link gilt einmal, innerhalb einer Stunde, und beendet alle Ihre anderen Sitzungen. Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.',
  changeSubject: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
  changeText: (name) => `Guten Tag, ${name},\ndies soll von nun an die Adresse Ihres Kontos in Adagia sein.`,
  changeAction: 'Diese Adresse verwenden',
  changeClosing:
    'Der Link gilt einmal, innerhalb eines Tages. Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun.',
  guestSubject: 'Bestätigen Sie die Adresse Ihres neuen Kontos',
  guestText: (name) =>
    `Guten Tag, ${name},\nSie arbeiten ohne Konto an einem Antrag in Adagia mit und wollten eines mit dieser Adresse. Mit diesem Link gehört es Ihnen, und alles, was Sie geschrieben haben, bleibt unter Ihrem Namen.`,
  guestAction: 'Konto anlegen',
  guestClosing:
    'Der Link gilt einmal, innerhalb eines Tages. Wenn Sie ihn nicht angefordert haben, öffnen Sie ihn nicht.',
  guestTakenSubject: 'Sie haben schon ein Konto in Adagia',
  guestTakenText:
    'Jemand, vermutlich Sie, arbeitet ohne Konto an einem Antrag in Adagia mit und wollte eines mit dieser Adresse. Es gibt schon eines: Melden Sie sich damit auf dem Gerät an, auf dem Sie mitarbeiten. Adagia fragt dann, ob Sie beides sind, und übernimmt in Ihr Konto, was Sie geschrieben haben.',
  takenSubject: 'Diese Adresse gehört schon zu einem Konto in Adagia',
  takenText:
    'Jemand, vermutlich Sie, wollte diese Adresse für ein anderes Konto in Adagia verwenden. Sie gehört schon zu einem, deshalb wurde nichts geändert.',
  changedSubject: 'Ihre E-Mail-Adresse wurde geändert',
  changedText: (name, email) => `Guten Tag, ${name},\nIhr Konto in Adagia hat eine neue Adresse: ${email}.`,
  passwordSubject: 'Ihr Passwort wurde geändert',
  passwordText: (name) =>
    `Guten Tag, ${name},\ndas Passwort Ihres Kontos in Adagia wurde geändert, und alle anderen Sitzungen wurden beendet.`,
  noticeClosing:
    'Wenn Sie das nicht waren, setzen Sie sofort ein neues Passwort, und sagen Sie es denen, die Ihr Adagia betreiben.',
};
