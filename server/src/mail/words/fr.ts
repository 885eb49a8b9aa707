// What mails say in French.
import type { MailWords } from './mail-words.ts';

export const fr: MailWords = {
  openProposal: 'Ouvrir la candidature',
  mentionSubject: (actor, proposal) => `${actor} vous a mentionné dans ${proposal}`,
  mentionLine: (actor, section) =>
    `${actor} vous a mentionné dans un commentaire${section && `, dans « ${section} »`}.`,
  mentionOrganisationSubject: (actor, proposal) => `${actor} a mentionné votre organisation dans ${proposal}`,
  mentionOrganisationLine: (actor, section) =>
    `${actor} a mentionné votre organisation dans un commentaire${section && `, dans « ${section} »`}.`,
  taskSubject: (actor, proposal) => `${actor} a une tâche pour vous dans ${proposal}`,
  taskLine: (actor, section) => `${actor} vous demande de régler un commentaire${section && `, dans « ${section} »`}.`,
  taskOrganisationLine: (actor, section) =>
    `${actor} demande à votre organisation de régler un commentaire${section && `, dans « ${section} »`}.`,
  taskUntil: (day) => `C’est attendu pour le ${day}.`,
  taskDueSubject: (_, proposal) => `${proposal} : un commentaire que vous devez régler arrive à échéance`,
  taskDueLine: (section) =>
    `Vous avez un commentaire à régler${section && `, dans « ${section} »`}, et il est encore ouvert.`,
  evaluationDueSubject: (_, proposal) => `${proposal} : votre évaluation arrive à échéance`,
  evaluationDueLine: 'Votre évaluation n’est pas encore remise.',
  doneLine: (actor, section) =>
    `${actor} a réglé une tâche que vous aviez confiée${section && `, dans « ${section} »`}.`,
  assignedSubject: (_, proposal) => `${proposal} : une partie vous est confiée`,
  assignedLine: (actor, section) => `${actor} vous a confié une partie de « ${section} ».`,
  writerLine: (actor, section) => `${actor} vous a associé à la rédaction de « ${section} ».`,
  workplan: 'Plan de travail',
  budget: 'Budget',
  partners: 'Partenaires',
  deadlineSubject: (_, proposal) => `${proposal} : la date limite approche`,
  deadlineLine: (when, days) =>
    days > 1
      ? `La date limite est dans moins de ${days} jours : ${when}, heure de Bruxelles.`
      : `La date limite est dans moins d’un jour : ${when}, heure de Bruxelles.`,
  whereYouAre: (when) => `Chez vous : ${when}.`,
  grantedSubject: (_, proposal) => `Vous avez accès à ${proposal}`,
  grantedLine: (actor) => `${actor} vous a donné accès à cette candidature, comme vous l’aviez demandé.`,
  replyLine: (actor, section) => `${actor} a répondu à un commentaire${section && `, dans « ${section} »`}.`,
  suggestionReplyLine: (actor, section) => `${actor} a commenté votre suggestion${section && `, dans « ${section} »`}.`,
  roleLine: (actor, role) => `${actor} a modifié votre rôle. Il est désormais : ${role}.`,
  joinedLine: (actor) => `${actor} vous a ajouté à cette candidature.`,
  requestLine: (actor) => `${actor} demande l’accès.`,
  evaluationSubject: (_, proposal) => `Merci d’évaluer ${proposal}`,
  evaluationLine: (actor) =>
    `${actor} vous demande d’évaluer cette candidature. Personne ne lit vos notes avant que vous ne les remettiez.`,
  evaluatedLine: (round) => `Toutes les évaluations du tour ${round} sont arrivées.`,
  reminderLine: (actor) => `${actor} vous rappelle ce qui manque encore.`,
  figuresProposedLine: (actor) => `${actor} propose des montants pour le budget.`,
  figuresDecidedLine: (actor) => `${actor} a statué sur les montants que vous avez proposés.`,
  columnAgreedLine: (actor) => `${actor} a accepté le budget de son organisation.`,
  columnNotAgreedLine: (actor) => `${actor} a retiré son accord sur le budget de son organisation.`,
  somebody: 'Quelqu’un',
  digestSubject: (proposals) => `Du nouveau dans ${proposals}`,
  digestIntro: (name) =>
    `Bonjour ${name},\nvoici ce qui s’est passé depuis la dernière fois, sans ce que vous avez déjà vu.`,
  digestChanges: (section, names, count) =>
    `${section} : ${count === 1 ? 'une modification' : `${count} modifications`} par ${names}`,
  stopSection: (section, url) => `Ne plus rien recevoir sur « ${section} » : ${url}`,
  stopDigest: (url) => `Ne plus recevoir de résumé quotidien : ${url}`,
  stopImmediate: (url) => `Ne plus recevoir de tels messages : ${url}`,

  roles: {
    coordinator: 'coordination',
    editor: 'rédaction',
    suggester: 'suggestions',
    commenter: 'commentaires',
    viewer: 'lecture',
    guest: 'invité',
  },
  inviteSubject: (inviter, title) => `${inviter} vous invite à la candidature ${title}`,
  inviteText: (inviter, title, what) => `${inviter} vous invite à la candidature Erasmus+ « ${title} », ${what}.`,
  invitedTo: {
    coordinator: 'pour la coordonner',
    editor: 'pour la rédiger ensemble',
    suggester: 'pour la lire, la commenter et proposer des modifications',
    commenter: 'pour la lire et la commenter',
    viewer: 'pour la lire',
    guest: 'pour en rédiger votre partie',
  },
  inviteAction: 'Accepter l’invitation',
  inviteNoAccount: 'Vous n’avez pas besoin de compte : votre nom suffit.',
  inviteClosing: (until) => `Ce lien est pour vous seul. Il fonctionne une fois, jusqu’au ${until}.`,
  declinedSubject: 'Votre demande d’accès',
  declinedText: (name) =>
    `Bonjour ${name},\nvous avez demandé l’accès à une candidature dans Adagia. La coordination a répondu : elle ne vous donne pas accès pour le moment. Si vous pensez que c’est une erreur, parlez-en avec elle.`,
  declinedClosing: 'Si vous n’avez rien demandé, vous n’avez rien à faire.',
  reminderSubject: (title, organisation) => `${title} : ce qui manque encore de ${organisation}`,
  reminderHello: (name) => `Bonjour ${name},`,
  reminderText: (asker, organisation, title) =>
    `${asker} demande ce qui manque encore de ${organisation} dans la candidature Erasmus+ « ${title} ».`,
  reminderUntil: (day) => `Merci de le compléter avant le ${day}.`,
  reminderAction: 'Compléter',
  reminderClosing: (organisation) =>
    `Vous recevez ce message parce que vous faites partie de ${organisation} dans cette candidature.`,
  missingData: (fields) => `Données de l’organisation : ${fields}`,
  missingRepresentative: (fields) => `Représentant légal : ${fields}`,
  missingContact: 'Une personne de contact avec une adresse électronique',
  missingProjects: 'Les projets antérieurs, ou le fait qu’il n’y en a pas',
  missingDocument: (documents) => `À signer : ${documents}`,
  missingBegun: (question) => `${question} (commencé, pas encore prêt à être relu)`,
  missingText: (question) => `${question} (rien d’écrit pour l’instant)`,
  fields: {
    legalNameLatin: 'le nom officiel en caractères latins',
    city: 'la ville',
    oid: 'l’OID',
    pic: 'le PIC',
    type: 'le type d’organisation',
    charter: 'le code de la charte (ECHE)',
    established: 'depuis quand elle existe',
    publicBody: 's’il s’agit d’un organisme public',
    nonProfit: 'si elle est à but non lucratif',
    representativeName: 'nom',
    representativePosition: 'fonction',
    representativeEmail: 'adresse électronique',
  },
  documents: {
    mandate: 'le mandat',
    accession: 'le formulaire d’adhésion',
    declaration: 'la déclaration sur l’honneur',
    other: 'un autre document',
  },

  testSubject: 'Adagia peut envoyer des messages',
  testText: (address) =>
    `Ce message a été envoyé depuis ${address} pour vérifier que l’envoi fonctionne. Il fonctionne.`,
  signInSubject: 'Se connecter à Adagia',
  signInText: (name) => `Bonjour ${name},\nce lien vous connecte à Adagia.`,
  signInAction: 'Se connecter',
  signInClosing:
    'Il fonctionne une fois, pendant 15 minutes. Si vous ne l’avez pas demandé, vous n’avez rien à faire : sans lui, personne n’entre.',
  unknownSubject: 'Pas de compte Adagia avec cette adresse',
  unknownText:
    'Quelqu’un, probablement vous, a demandé un lien de connexion à Adagia avec cette adresse, ou un nouveau mot de passe. Aucun compte ne l’utilise : vous avez peut-être pris une autre adresse.',
  unknownAction: 'Créer un compte',
  unknownClosing: 'Si ce n’était pas vous, vous n’avez rien à faire.',
  verifySubject: 'Confirmez votre adresse électronique',
  verifyText: (name) =>
    `Bonjour ${name},\nun compte Adagia a été créé avec cette adresse. Merci de confirmer qu’elle est bien la vôtre.`,
  verifyAction: 'Confirmer l’adresse',
  verifyClosing:
    'Le lien fonctionne une fois, pendant un jour. Si vous n’avez pas créé de compte, ne l’ouvrez pas : sans lui, personne ne peut utiliser le compte avec votre adresse.',
  existsSubject: 'Vous avez déjà un compte Adagia',
  existsText: (name) =>
    `Bonjour ${name},\nquelqu’un, probablement vous, a voulu créer un compte Adagia avec cette adresse. Il en existe déjà un : connectez-vous avec celui-ci. Si vous avez oublié le mot de passe, vous pourrez en choisir un nouveau.`,
  existsAction: 'Se connecter',
  existsClosing: 'Si ce n’était pas vous, vous n’avez rien à faire. Personne n’a appris que vous avez un compte.',
  resetSubject: 'Choisir un nouveau mot de passe',
  resetText: (name) => `Bonjour ${name},\nchoisissez ici un nouveau mot de passe pour Adagia.`,
  resetAction: 'Choisir un nouveau mot de passe',
  resetClosing:
    'Le lien fonctionne une fois, pendant une heure, et met fin à toutes vos autres sessions. Si vous ne l’avez pas demandé, vous n’avez rien à faire : votre mot de passe ne change pas.',
  changeSubject: 'Confirmez votre nouvelle adresse électronique',
  changeText: (name) => `Bonjour ${name},\ncette adresse doit devenir celle de votre compte Adagia.`,
  changeAction: 'Utiliser cette adresse',
  changeClosing:
    'Le lien fonctionne une fois, pendant un jour. Si vous ne l’avez pas demandé, vous n’avez rien à faire.',
  guestSubject: 'Confirmez l’adresse de votre nouveau compte',
  guestText: (name) =>
    `Bonjour ${name},\nvous participez sans compte à une candidature dans Adagia, et vous en vouliez un avec cette adresse. Avec ce lien, il est à vous, et tout ce que vous avez écrit reste sous votre nom.`,
  guestAction: 'Créer le compte',
  guestClosing: 'Le lien fonctionne une fois, pendant un jour. Si vous ne l’avez pas demandé, ne l’ouvrez pas.',
  guestTakenSubject: 'Vous avez déjà un compte Adagia',
  guestTakenText:
    'Quelqu’un, probablement vous, participe sans compte à une candidature dans Adagia et en voulait un avec cette adresse. Il en existe déjà un : connectez-vous avec lui sur l’appareil où vous participez. Adagia vous demandera alors si les deux sont bien vous, et reprendra dans votre compte ce que vous avez écrit.',
  takenSubject: 'Cette adresse appartient déjà à un compte Adagia',
  takenText:
    'Quelqu’un, probablement vous, a voulu utiliser cette adresse pour un autre compte Adagia. Elle appartient déjà à un compte, rien n’a donc été modifié.',
  changedSubject: 'Votre adresse électronique a été modifiée',
  changedText: (name, email) => `Bonjour ${name},\nvotre compte Adagia a une nouvelle adresse : ${email}.`,
  passwordSubject: 'Votre mot de passe a été modifié',
  passwordText: (name) =>
    `Bonjour ${name},\nle mot de passe de votre compte Adagia a été modifié, et toutes les autres sessions ont pris fin.`,
  noticeClosing:
    'Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe et prévenez les responsables de votre Adagia.',
};
