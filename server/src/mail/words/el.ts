// What mails say in Greek.
import type { MailWords } from './mail-words.ts';

export const el: MailWords = {
  openProposal: 'Άνοιγμα της πρότασης',
  mentionSubject: (actor, proposal) => `${actor}: αναφορά σε εσάς στην πρόταση ${proposal}`,
  mentionLine: (actor, section) => `${actor}: αναφορά σε εσάς σε ένα σχόλιο${section && ` στην ενότητα «${section}»`}.`,
  mentionOrganisationSubject: (actor, proposal) => `${actor}: αναφορά στον οργανισμό σας στην πρόταση ${proposal}`,
  mentionOrganisationLine: (actor, section) =>
    `${actor}: αναφορά στον οργανισμό σας σε ένα σχόλιο${section && ` στην ενότητα «${section}»`}.`,
  taskSubject: (actor, proposal) => `${actor}: μια εργασία για εσάς στην πρόταση ${proposal}`,
  taskLine: (actor, section) =>
    `${actor}: σας ζητείται να διευθετήσετε ένα σχόλιο${section && ` στην ενότητα «${section}»`}.`,
  taskOrganisationLine: (actor, section) =>
    `${actor}: ζητείται από τον οργανισμό σας να διευθετήσει ένα σχόλιο${section && ` στην ενότητα «${section}»`}.`,
  taskUntil: (day) => `Προθεσμία: ${day}.`,
  taskDueSubject: (_, proposal) => `${proposal}: λήγει η προθεσμία σχολίου που έχετε να διευθετήσετε`,
  taskDueLine: (section) =>
    `Έχετε ένα σχόλιο να διευθετήσετε${section && ` στην ενότητα «${section}»`}, και είναι ακόμη ανοιχτό.`,
  evaluationDueSubject: (_, proposal) => `${proposal}: λήγει η προθεσμία της αξιολόγησής σας`,
  evaluationDueLine: 'Η αξιολόγησή σας δεν έχει υποβληθεί ακόμη.',
  doneLine: (actor, section) =>
    `${actor}: διευθετήθηκε εργασία που είχατε αναθέσει${section && ` στην ενότητα «${section}»`}.`,
  assignedSubject: (_, proposal) => `${proposal}: ένα μέρος είναι πλέον δική σας ευθύνη`,
  assignedLine: (actor, section) => `${actor}: σας ανατέθηκε ένα μέρος της ενότητας «${section}».`,
  writerLine: (actor, section) => `${actor}: συμμετέχετε πλέον στη συγγραφή της ενότητας «${section}».`,
  workplan: 'Σχέδιο εργασίας',
  budget: 'Προϋπολογισμός',
  partners: 'Εταίροι',
  deadlineSubject: (_, proposal) => `${proposal}: η προθεσμία πλησιάζει`,
  deadlineLine: (when, days) =>
    days > 1
      ? `Η προθεσμία λήγει σε λιγότερο από ${days} ημέρες: ${when}, ώρα Βρυξελλών.`
      : `Η προθεσμία λήγει σε λιγότερο από μία ημέρα: ${when}, ώρα Βρυξελλών.`,
  whereYouAre: (when) => `Στη δική σας ώρα: ${when}.`,
  grantedSubject: (_, proposal) => `Έχετε πλέον πρόσβαση: ${proposal}`,
  grantedLine: (actor) => `${actor}: σας δόθηκε πρόσβαση σε αυτή την πρόταση, όπως ζητήσατε.`,
  replyLine: (actor, section) => `${actor}: απάντηση σε ένα σχόλιο${section && ` στην ενότητα «${section}»`}.`,
  suggestionReplyLine: (actor, section) =>
    `${actor}: σχόλιο στην πρότασή σας για αλλαγή${section && ` στην ενότητα «${section}»`}.`,
  roleLine: (actor, role) => `${actor}: ο ρόλος σας άλλαξε σε «${role}».`,
  joinedLine: (actor) => `${actor}: σας πρόσθεσε σε αυτή την πρόταση.`,
  requestLine: (actor) => `${actor}: ζητά πρόσβαση.`,
  evaluationSubject: (_, proposal) => `Παρακαλούμε αξιολογήστε: ${proposal}`,
  evaluationLine: (actor) =>
    `${actor}: σας ζητά να αξιολογήσετε αυτή την πρόταση. Κανείς δεν διαβάζει την αξιολόγησή σας πριν την υποβάλετε.`,
  evaluatedLine: (round) => `Όλες οι αξιολογήσεις του γύρου ${round} έχουν υποβληθεί.`,
  reminderLine: (actor) => `${actor}: σας υπενθυμίζει τι λείπει ακόμη.`,
  figuresProposedLine: (actor) => `${actor}: πρόταση ποσών για τον προϋπολογισμό.`,
  figuresDecidedLine: (actor) => `${actor}: απόφαση για τα ποσά που προτείνατε.`,
  columnAgreedLine: (actor) => `${actor}: συμφωνία με τον προϋπολογισμό του οργανισμού του.`,
  columnNotAgreedLine: (actor) => `${actor}: ανάκληση της συμφωνίας με τον προϋπολογισμό του οργανισμού του.`,
  somebody: 'Κάποιος',
  digestSubject: (proposals) => `Νέα: ${proposals}`,
  digestIntro: (name) => `Καλημέρα, ${name},\nαυτά έγιναν από την τελευταία φορά, χωρίς όσα έχετε ήδη δει.`,
  digestChanges: (section, names, count) =>
    `${section}: ${count === 1 ? 'μία αλλαγή' : `${count} αλλαγές`} από: ${names}`,
  stopSection: (section, url) => `Τίποτα πια για την ενότητα «${section}»: ${url}`,
  stopDigest: (url) => `Διακοπή της ημερήσιας σύνοψης: ${url}`,
  stopImmediate: (url) => `Διακοπή τέτοιων μηνυμάτων: ${url}`,

  roles: {
    coordinator: 'συντονισμός',
    editor: 'συγγραφή',
    suggester: 'προτάσεις αλλαγών',
    commenter: 'σχόλια',
    viewer: 'ανάγνωση',
    guest: 'επισκέπτης',
  },
  inviteSubject: (inviter, title) => `${inviter}: πρόσκληση στην πρόταση ${title}`,
  inviteText: (inviter, title, what) => `${inviter}: σας προσκαλεί στην πρόταση Erasmus+ «${title}», ${what}.`,
  invitedTo: {
    coordinator: 'για να τη συντονίσετε',
    editor: 'για να τη γράψετε μαζί',
    suggester: 'για να τη διαβάσετε, να τη σχολιάσετε και να προτείνετε αλλαγές',
    commenter: 'για να τη διαβάσετε και να τη σχολιάσετε',
    viewer: 'για να τη διαβάσετε',
    guest: 'για να γράψετε το δικό σας μέρος',
  },
  inviteAction: 'Αποδοχή της πρόσκλησης',
  inviteNoAccount: 'Δεν χρειάζεστε λογαριασμό: αρκεί το όνομά σας.',
  inviteClosing: (until) => `Ο σύνδεσμος είναι μόνο για εσάς και ισχύει μία φορά, έως τις ${until}.`,
  declinedSubject: 'Το αίτημά σας για πρόσβαση',
  declinedText: (name) =>
    `Καλημέρα, ${name},\nζητήσατε πρόσβαση σε μια πρόταση στο Adagia. Ο συντονισμός της απάντησε: προς το παρόν δεν σας δίνεται πρόσβαση. Αν νομίζετε ότι πρόκειται για λάθος, επικοινωνήστε μαζί του.`,
  declinedClosing: 'Αν δεν το ζητήσατε εσείς, δεν χρειάζεται να κάνετε τίποτα.',
  reminderSubject: (title, organisation) => `${title}: τι λείπει ακόμη (${organisation})`,
  reminderHello: (name) => `Καλημέρα, ${name},`,
  reminderText: (asker, organisation, title) =>
    `${asker}: σας ζητά όσα λείπουν ακόμη για τον οργανισμό ${organisation} στην πρόταση Erasmus+ «${title}».`,
  reminderUntil: (day) => `Παρακαλούμε συμπληρώστε τα έως τις ${day}.`,
  reminderAction: 'Συμπλήρωση',
  reminderClosing: (organisation) =>
    `Λαμβάνετε αυτό το μήνυμα επειδή ανήκετε στον οργανισμό ${organisation} σε αυτή την πρόταση.`,
  missingData: (fields) => `Στοιχεία του οργανισμού: ${fields}`,
  missingRepresentative: (fields) => `Νόμιμος εκπρόσωπος: ${fields}`,
  missingContact: 'Ένα πρόσωπο επικοινωνίας με ηλεκτρονική διεύθυνση',
  missingProjects: 'Προηγούμενα έργα, ή ότι δεν υπάρχουν',
  missingDocument: (documents) => `Προς υπογραφή: ${documents}`,
  missingBegun: (question) => `${question} (έχει αρχίσει, δεν είναι ακόμη έτοιμο για έλεγχο)`,
  missingText: (question) => `${question} (δεν έχει γραφτεί τίποτα ακόμη)`,
  fields: {
    legalNameLatin: 'η επίσημη επωνυμία με λατινικούς χαρακτήρες',
    city: 'η πόλη',
    oid: 'το OID',
    pic: 'το PIC',
    type: 'το είδος του οργανισμού',
    charter: 'ο κωδικός του χάρτη (ECHE)',
    established: 'από πότε υπάρχει',
    publicBody: 'αν είναι δημόσιος φορέας',
    nonProfit: 'αν είναι μη κερδοσκοπικός',
    representativeName: 'όνομα',
    representativePosition: 'ιδιότητα',
    representativeEmail: 'ηλεκτρονική διεύθυνση',
  },
  documents: {
    mandate: 'η εντολή (mandate)',
    accession: 'το έντυπο προσχώρησης',
    declaration: 'η υπεύθυνη δήλωση',
    other: 'άλλο έγγραφο',
  },

  testSubject: 'Το Adagia μπορεί να στέλνει μηνύματα',
  testText: (address) =>
    `Αυτό το μήνυμα στάλθηκε από το ${address}, για να φανεί αν η αποστολή λειτουργεί. Λειτουργεί.`,
  signInSubject: 'Σύνδεση στο Adagia',
  signInText: (name) => `Καλημέρα, ${name},\nμε αυτόν τον σύνδεσμο μπαίνετε στο Adagia.`,
  signInAction: 'Σύνδεση',
  signInClosing:
    'Ισχύει μία φορά, για 15 λεπτά. Αν δεν τον ζητήσατε, δεν χρειάζεται να κάνετε τίποτα: χωρίς αυτόν δεν μπαίνει κανείς.',
  unknownSubject: 'Δεν υπάρχει λογαριασμός στο Adagia με αυτή τη διεύθυνση',
  unknownText:
    'Κάποιος, πιθανότατα εσείς, ζήτησε με αυτή τη διεύθυνση σύνδεσμο για το Adagia ή νέο κωδικό. Δεν υπάρχει λογαριασμός με αυτήν: ίσως χρησιμοποιήσατε άλλη διεύθυνση.',
  unknownAction: 'Δημιουργία λογαριασμού',
  unknownClosing: 'Αν δεν ήσασταν εσείς, δεν χρειάζεται να κάνετε τίποτα.',
  verifySubject: 'Επιβεβαιώστε την ηλεκτρονική σας διεύθυνση',
  verifyText: (name) =>
    `Καλημέρα, ${name},\nμε αυτή τη διεύθυνση δημιουργήθηκε λογαριασμός στο Adagia. Παρακαλούμε επιβεβαιώστε ότι είναι δική σας.`,
  verifyAction: 'Επιβεβαίωση της διεύθυνσης',
  verifyClosing:
    'Ο σύνδεσμος ισχύει μία φορά, για μία ημέρα. Αν δεν δημιουργήσατε λογαριασμό, μην τον ανοίξετε: χωρίς αυτόν κανείς δεν μπορεί να χρησιμοποιήσει τον λογαριασμό με τη διεύθυνσή σας.',
  existsSubject: 'Έχετε ήδη λογαριασμό στο Adagia',
  existsText: (name) =>
    `Καλημέρα, ${name},\nκάποιος, πιθανότατα εσείς, θέλησε να δημιουργήσει λογαριασμό στο Adagia με αυτή τη διεύθυνση. Υπάρχει ήδη ένας: συνδεθείτε με αυτόν. Αν ξεχάσατε τον κωδικό, μπορείτε εκεί να ορίσετε νέο.`,
  existsAction: 'Σύνδεση',
  existsClosing: 'Αν δεν ήσασταν εσείς, δεν χρειάζεται να κάνετε τίποτα. Κανείς δεν έμαθε ότι έχετε λογαριασμό.',
  resetSubject: 'Ορισμός νέου κωδικού',
  resetText: (name) => `Καλημέρα, ${name},\nορίστε εδώ νέο κωδικό για το Adagia.`,
  resetAction: 'Ορισμός νέου κωδικού',
  resetClosing:
    'Ο σύνδεσμος ισχύει μία φορά, για μία ώρα, και τερματίζει όλες τις άλλες συνδέσεις σας. Αν δεν τον ζητήσατε, δεν χρειάζεται να κάνετε τίποτα: ο κωδικός σας μένει όπως είναι.',
  changeSubject: 'Επιβεβαιώστε τη νέα ηλεκτρονική σας διεύθυνση',
  changeText: (name) =>
    `Καλημέρα, ${name},\nαυτή θα είναι από εδώ και πέρα η διεύθυνση του λογαριασμού σας στο Adagia.`,
  changeAction: 'Χρήση αυτής της διεύθυνσης',
  changeClosing: 'Ο σύνδεσμος ισχύει μία φορά, για μία ημέρα. Αν δεν τον ζητήσατε, δεν χρειάζεται να κάνετε τίποτα.',
  guestSubject: 'Επιβεβαιώστε τη διεύθυνση του νέου σας λογαριασμού',
  guestText: (name) =>
    `Καλημέρα, ${name},\nσυμμετέχετε χωρίς λογαριασμό σε μια πρόταση στο Adagia και θέλατε έναν με αυτή τη διεύθυνση. Με αυτόν τον σύνδεσμο γίνεται δικός σας, και όλα όσα γράψατε μένουν στο όνομά σας.`,
  guestAction: 'Δημιουργία λογαριασμού',
  guestClosing: 'Ο σύνδεσμος ισχύει μία φορά, για μία ημέρα. Αν δεν τον ζητήσατε, μην τον ανοίξετε.',
  guestTakenSubject: 'Έχετε ήδη λογαριασμό στο Adagia',
  guestTakenText:
    'Κάποιος, πιθανότατα εσείς, συμμετέχει χωρίς λογαριασμό σε μια πρόταση στο Adagia και ήθελε έναν με αυτή τη διεύθυνση. Υπάρχει ήδη ένας: συνδεθείτε με αυτόν στη συσκευή όπου συμμετέχετε. Το Adagia θα σας ρωτήσει τότε αν και τα δύο πρόσωπα είστε εσείς, και θα μεταφέρει στον λογαριασμό σας όσα γράψατε.',
  takenSubject: 'Η διεύθυνση αυτή ανήκει ήδη σε λογαριασμό του Adagia',
  takenText:
    'Κάποιος, πιθανότατα εσείς, θέλησε να χρησιμοποιήσει αυτή τη διεύθυνση για άλλον λογαριασμό του Adagia. Ανήκει ήδη σε έναν, γι’ αυτό δεν άλλαξε τίποτα.',
  changedSubject: 'Η ηλεκτρονική σας διεύθυνση άλλαξε',
  changedText: (name, email) => `Καλημέρα, ${name},\nο λογαριασμός σας στο Adagia έχει νέα διεύθυνση: ${email}.`,
  passwordSubject: 'Ο κωδικός σας άλλαξε',
  passwordText: (name) =>
    `Καλημέρα, ${name},\nο κωδικός του λογαριασμού σας στο Adagia άλλαξε, και όλες οι άλλες συνδέσεις τερματίστηκαν.`,
  noticeClosing: 'Αν δεν ήσασταν εσείς, ορίστε αμέσως νέο κωδικό και ενημερώστε όσους διαχειρίζονται το Adagia σας.',
};
