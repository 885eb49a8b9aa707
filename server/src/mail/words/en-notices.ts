// What mails about news say in English: one line for each, and the digest. Names come in, content never does.
export const noticeWords = {
  openProposal: 'Open the proposal',
  mentionSubject: (actor: string, proposal: string) => `${actor} mentioned you in ${proposal}`,
  mentionLine: (actor: string, section: string) =>
    `${actor} mentioned you in a comment${section && ` in “${section}”`}.`,
  mentionOrganisationSubject: (actor: string, proposal: string) =>
    `${actor} mentioned your organisation in ${proposal}`,
  mentionOrganisationLine: (actor: string, section: string) =>
    `${actor} mentioned your organisation in a comment${section && ` in “${section}”`}.`,
  taskSubject: (actor: string, proposal: string) => `${actor} has a task for you in ${proposal}`,
  taskLine: (actor: string, section: string) =>
    `${actor} asks you to settle a comment${section && ` in “${section}”`}.`,
  taskOrganisationLine: (actor: string, section: string) =>
    `${actor} asks your organisation to settle a comment${section && ` in “${section}”`}.`,
  taskUntil: (day: string) => `It is due on ${day}.`,
  taskDueSubject: (_: string, proposal: string) => `${proposal}: a comment that is yours to settle is due`,
  taskDueLine: (section: string) => `A comment is yours to settle${section && ` in “${section}”`}, and still open.`,
  evaluationDueSubject: (_: string, proposal: string) => `${proposal}: your evaluation is due`,
  evaluationDueLine: 'Your evaluation is not submitted yet.',
  doneLine: (actor: string, section: string) =>
    `${actor} settled what you had given to others${section && ` in “${section}”`}.`,
  assignedSubject: (_: string, proposal: string) => `Something in ${proposal} is yours now`,
  assignedLine: (actor: string, section: string) => `${actor} made you responsible for a part of “${section}”.`,
  writerLine: (actor: string, section: string) => `${actor} made you a co-writer of “${section}”.`,
  workplan: 'Workplan',
  budget: 'Budget',
  partners: 'Partners',
  deadlineSubject: (_: string, proposal: string) => `${proposal}: the deadline is near`,
  deadlineLine: (when: string, days: number) =>
    days > 1
      ? `The deadline is in less than ${days} days: ${when} in Brussels.`
      : `The deadline is in less than a day: ${when} in Brussels.`,
  whereYouAre: (when: string) => `Where you are: ${when}.`,
  grantedSubject: (_: string, proposal: string) => `You are in: ${proposal}`,
  grantedLine: (actor: string) => `${actor} let you into this proposal, as you asked.`,
  replyLine: (actor: string, section: string) => `${actor} replied to a comment${section && ` in “${section}”`}.`,
  suggestionReplyLine: (actor: string, section: string) =>
    `${actor} commented on your suggestion${section && ` in “${section}”`}.`,
  roleLine: (actor: string, role: string) => `${actor} changed your role to ${role}.`,
  joinedLine: (actor: string) => `${actor} took you along into this proposal.`,
  requestLine: (actor: string) => `${actor} asks to be let in.`,
  evaluationSubject: (_: string, proposal: string) => `Please evaluate ${proposal}`,
  evaluationLine: (actor: string) =>
    `${actor} asks you to evaluate this proposal. Nobody reads what you give before you submit it.`,
  evaluatedLine: (round: number) => `All evaluations of round ${round} are in.`,
  reminderLine: (actor: string) => `${actor} reminds you of what is still missing.`,
  figuresProposedLine: (actor: string) => `${actor} proposes figures for the budget.`,
  figuresDecidedLine: (actor: string) => `${actor} decided on the figures that you proposed.`,
  columnAgreedLine: (actor: string) => `${actor} agreed to the budget of their organisation.`,
  columnNotAgreedLine: (actor: string) => `${actor} took back the agreement to the budget of their organisation.`,
  somebody: 'Somebody',
  digestSubject: (proposals: string) => `News in ${proposals}`,
  digestIntro: (name: string) =>
    `Hello ${name},\nthis happened since the last time, without what you have seen already.`,
  digestChanges: (section: string, names: string, count: number) =>
    `${section}: ${count === 1 ? 'one change' : `${count} changes`} by ${names}`,
  stopSection: (section: string, url: string) => `No more about “${section}”: ${url}`,
  stopDigest: (url: string) => `No daily summary any more: ${url}`,
  stopImmediate: (url: string) => `No such mails any more: ${url}`,
} as const;
