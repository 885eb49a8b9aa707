// What mails say in Polish. Verbs of people whose gender nobody knows are avoided.
import type { MailWords } from './mail-words.ts';

/** 1 zmiana, 2 zmiany, 5 zmian, 22 zmiany. */
function changes(count: number): string {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'zmiana', few: 'zmiany' };
  return `${count} ${forms[new Intl.PluralRules('pl').select(count)] ?? 'zmian'}`;
}

export const pl: MailWords = {
  openProposal: 'Otwórz wniosek',
  mentionSubject: (actor, proposal) => `${actor}: wzmianka o Tobie we wniosku ${proposal}`,
  mentionLine: (actor, section) => `${actor}: wzmianka o Tobie w komentarzu${section && ` w części „${section}”`}.`,
  mentionOrganisationSubject: (actor, proposal) => `${actor}: wzmianka o Twojej organizacji we wniosku ${proposal}`,
  mentionOrganisationLine: (actor, section) =>
    `${actor}: wzmianka o Twojej organizacji w komentarzu${section && ` w części „${section}”`}.`,
  taskSubject: (actor, proposal) => `${actor}: zadanie dla Ciebie we wniosku ${proposal}`,
  taskLine: (actor, section) =>
    `${actor}: prośba do Ciebie o załatwienie komentarza${section && ` w części „${section}”`}.`,
  taskOrganisationLine: (actor, section) =>
    `${actor}: prośba do Twojej organizacji o załatwienie komentarza${section && ` w części „${section}”`}.`,
  taskUntil: (day) => `Termin: ${day}.`,
  taskDueSubject: (_, proposal) => `${proposal}: mija termin komentarza, który masz załatwić`,
  taskDueLine: (section) => `Masz komentarz do załatwienia${section && ` w części „${section}”`}; jest nadal otwarty.`,
  evaluationDueSubject: (_, proposal) => `${proposal}: mija termin Twojej oceny`,
  evaluationDueLine: 'Twoja ocena nie została jeszcze złożona.',
  doneLine: (actor, section) =>
    `${actor}: załatwiono zadanie zlecone przez Ciebie${section && ` w części „${section}”`}.`,
  assignedSubject: (_, proposal) => `${proposal}: masz nowe zadanie`,
  assignedLine: (actor, section) => `${actor}: odpowiadasz teraz za fragment części „${section}”.`,
  writerLine: (actor, section) => `${actor}: współtworzysz teraz część „${section}”.`,
  workplan: 'Plan pracy',
  budget: 'Budżet',
  partners: 'Partnerzy',
  deadlineSubject: (_, proposal) => `${proposal}: zbliża się termin`,
  deadlineLine: (when, days) =>
    days > 1
      ? `Termin mija za mniej niż ${days} dni: ${when} czasu brukselskiego.`
      : `Termin mija za mniej niż jeden dzień: ${when} czasu brukselskiego.`,
  whereYouAre: (when) => `W Twojej strefie czasowej: ${when}.`,
  grantedSubject: (_, proposal) => `Masz dostęp: ${proposal}`,
  grantedLine: (actor) => `${actor}: masz już dostęp do tego wniosku, zgodnie z Twoją prośbą.`,
  replyLine: (actor, section) => `${actor}: odpowiedź na komentarz${section && ` w części „${section}”`}.`,
  suggestionReplyLine: (actor, section) =>
    `${actor}: komentarz do Twojej sugestii${section && ` w części „${section}”`}.`,
  roleLine: (actor, role) => `${actor}: zmiana Twojej roli. Nowa rola: ${role}.`,
  joinedLine: (actor) => `${actor}: należysz teraz do zespołu tego wniosku.`,
  requestLine: (actor) => `${actor}: prośba o dostęp.`,
  evaluationSubject: (_, proposal) => `Prośba o ocenę: ${proposal}`,
  evaluationLine: (actor) =>
    `${actor}: prośba o ocenę tego wniosku. Nikt nie przeczyta Twojej oceny, zanim ją złożysz.`,
  evaluatedLine: (round) => `Wszystkie oceny w rundzie ${round} zostały złożone.`,
  reminderLine: (actor) => `${actor}: przypomnienie o tym, czego jeszcze brakuje.`,
  figuresProposedLine: (actor) => `${actor}: propozycja kwot w budżecie.`,
  figuresDecidedLine: (actor) => `${actor}: decyzja o zaproponowanych kwotach.`,
  columnAgreedLine: (actor) => `${actor}: zgoda na budżet swojej organizacji.`,
  columnNotAgreedLine: (actor) => `${actor}: wycofanie zgody na budżet swojej organizacji.`,
  somebody: 'Ktoś',
  digestSubject: (proposals) => `Nowości: ${proposals}`,
  digestIntro: (name) => `Dzień dobry, ${name}!\nOto co wydarzyło się od ostatniego razu, bez tego, co już znasz.`,
  digestChanges: (section, names, count) => `${section}: ${changes(count)} (${names})`,
  stopSection: (section, url) => `Nic więcej o części „${section}”: ${url}`,
  stopDigest: (url) => `Rezygnacja z codziennego podsumowania: ${url}`,
  stopImmediate: (url) => `Rezygnacja z takich wiadomości: ${url}`,

  roles: {
    coordinator: 'koordynacja',
    editor: 'redagowanie',
    suggester: 'proponowanie zmian',
    commenter: 'komentowanie',
    viewer: 'czytanie',
    guest: 'gość',
  },
  inviteSubject: (inviter, title) => `${inviter} zaprasza do wniosku ${title}`,
  inviteText: (inviter, title, what) => `${inviter} zaprasza Cię do wniosku Erasmus+ „${title}”, ${what}.`,
  invitedTo: {
    coordinator: 'aby go koordynować',
    editor: 'aby go wspólnie napisać',
    suggester: 'aby go czytać, komentować i proponować zmiany',
    commenter: 'aby go czytać i komentować',
    viewer: 'aby go przeczytać',
    guest: 'aby napisać swoją część',
  },
  inviteAction: 'Przyjmij zaproszenie',
  inviteNoAccount: 'Konto nie jest potrzebne: wystarczy imię i nazwisko.',
  inviteClosing: (until) => `Link jest tylko dla Ciebie. Działa raz, do ${until}.`,
  declinedSubject: 'Twoja prośba o dostęp',
  declinedText: (name) =>
    `Dzień dobry, ${name}!\nOtrzymaliśmy Twoją prośbę o dostęp do wniosku w Adagii. Odpowiedź koordynacji: na razie bez dostępu. Jeśli to pomyłka, porozmawiaj z koordynatorami.`,
  declinedClosing: 'Jeśli to nie Twoja prośba, nie musisz nic robić.',
  reminderSubject: (title, organisation) => `${title}: czego jeszcze brakuje (${organisation})`,
  reminderHello: (name) => `Dzień dobry, ${name}!`,
  reminderText: (asker, organisation, title) =>
    `${asker} prosi o to, czego jeszcze brakuje od organizacji ${organisation} we wniosku Erasmus+ „${title}”.`,
  reminderUntil: (day) => `Prosimy o uzupełnienie do ${day}.`,
  reminderAction: 'Uzupełnij',
  reminderClosing: (organisation) =>
    `Otrzymujesz tę wiadomość, ponieważ w tym wniosku należysz do organizacji ${organisation}.`,
  missingData: (fields) => `Dane organizacji: ${fields}`,
  missingRepresentative: (fields) => `Przedstawiciel prawny: ${fields}`,
  missingContact: 'Osoba do kontaktu z adresem e-mail',
  missingProjects: 'Wcześniejsze projekty lub informacja, że ich nie było',
  missingDocument: (documents) => `Do podpisania: ${documents}`,
  missingBegun: (question) => `${question} (rozpoczęte, jeszcze niegotowe do sprawdzenia)`,
  missingText: (question) => `${question} (jeszcze nic nie napisano)`,
  fields: {
    legalNameLatin: 'nazwa prawna alfabetem łacińskim',
    city: 'miejscowość',
    oid: 'OID',
    pic: 'PIC',
    type: 'rodzaj organizacji',
    charter: 'kod karty (ECHE)',
    established: 'od kiedy istnieje',
    publicBody: 'czy jest podmiotem publicznym',
    nonProfit: 'czy działa niezarobkowo',
    representativeName: 'imię i nazwisko',
    representativePosition: 'stanowisko',
    representativeEmail: 'adres e-mail',
  },
  documents: {
    mandate: 'pełnomocnictwo',
    accession: 'formularz przystąpienia',
    declaration: 'oświadczenie',
    other: 'inny dokument',
  },

  testSubject: 'Adagia może wysyłać pocztę',
  testText: (address) => `Ta wiadomość została wysłana z ${address}, aby sprawdzić, czy poczta działa. Działa.`,
  signInSubject: 'Logowanie do Adagii',
  signInText: (name) => `Dzień dobry, ${name}!\nTen link loguje Cię do Adagii.`,
  signInAction: 'Zaloguj się',
  signInClosing:
    'Działa raz, przez 15 minut. Jeśli to nie Twoja prośba, nie musisz nic robić: bez niego nikt nie wejdzie.',
  unknownSubject: 'Brak konta w Adagii z tym adresem',
  unknownText:
    'Ktoś, zapewne Ty, prosi o link do logowania w Adagii z tym adresem lub o nowe hasło. Nie ma konta z tym adresem: być może używasz innego.',
  unknownAction: 'Utwórz konto',
  unknownClosing: 'Jeśli to nie Ty, nie musisz nic robić.',
  verifySubject: 'Potwierdź swój adres e-mail',
  verifyText: (name) =>
    `Dzień dobry, ${name}!\nZ tym adresem utworzono konto w Adagii. Prosimy o potwierdzenie, że adres należy do Ciebie.`,
  verifyAction: 'Potwierdź adres',
  verifyClosing:
    'Link działa raz, przez jeden dzień. Jeśli to nie Twoje konto, nie otwieraj go: bez niego nikt nie może używać konta z Twoim adresem.',
  existsSubject: 'Masz już konto w Adagii',
  existsText: (name) =>
    `Dzień dobry, ${name}!\nKtoś, zapewne Ty, próbuje utworzyć konto w Adagii z tym adresem. Takie konto już istnieje: zaloguj się na nie. Jeśli nie pamiętasz hasła, możesz tam ustawić nowe.`,
  existsAction: 'Zaloguj się',
  existsClosing: 'Jeśli to nie Ty, nie musisz nic robić. Nikt się nie dowiedział, że masz konto.',
  resetSubject: 'Ustaw nowe hasło',
  resetText: (name) => `Dzień dobry, ${name}!\nTutaj ustawisz nowe hasło do Adagii.`,
  resetAction: 'Ustaw nowe hasło',
  resetClosing:
    'Link działa raz, przez godzinę, i kończy wszystkie inne sesje. Jeśli to nie Twoja prośba, nie musisz nic robić: hasło pozostaje bez zmian.',
  changeSubject: 'Potwierdź swój nowy adres e-mail',
  changeText: (name) => `Dzień dobry, ${name}!\nTo ma być odtąd adres Twojego konta w Adagii.`,
  changeAction: 'Używaj tego adresu',
  changeClosing: 'Link działa raz, przez jeden dzień. Jeśli to nie Twoja prośba, nie musisz nic robić.',
  guestSubject: 'Potwierdź adres swojego nowego konta',
  guestText: (name) =>
    `Dzień dobry, ${name}!\nUczestniczysz bez konta we wniosku w Adagii i chcesz mieć konto z tym adresem. Ten link je tworzy, a wszystko, co piszesz, pozostaje pod Twoim nazwiskiem.`,
  guestAction: 'Utwórz konto',
  guestClosing: 'Link działa raz, przez jeden dzień. Jeśli to nie Twoja prośba, nie otwieraj go.',
  guestTakenSubject: 'Masz już konto w Adagii',
  guestTakenText:
    'Ktoś, zapewne Ty, uczestniczy bez konta we wniosku w Adagii i chce mieć konto z tym adresem. Takie konto już istnieje: zaloguj się na nie na urządzeniu, na którym uczestniczysz. Adagia zapyta wtedy, czy obie osoby to Ty, i przeniesie na Twoje konto to, co zostało napisane.',
  takenSubject: 'Ten adres należy już do konta w Adagii',
  takenText:
    'Ktoś, zapewne Ty, chce użyć tego adresu dla innego konta w Adagii. Adres należy już do jakiegoś konta, więc nic się nie zmieniło.',
  changedSubject: 'Twój adres e-mail został zmieniony',
  changedText: (name, email) => `Dzień dobry, ${name}!\nTwoje konto w Adagii ma nowy adres: ${email}.`,
  passwordSubject: 'Twoje hasło zostało zmienione',
  passwordText: (name) =>
    `Dzień dobry, ${name}!\nHasło do Twojego konta w Adagii zostało zmienione, a wszystkie inne sesje zakończone.`,
  noticeClosing: 'Jeśli to nie Ty, ustaw natychmiast nowe hasło i powiadom osoby, które prowadzą Twoją Adagię.',
};
