export const portalRules = {
  title: 'What to know before you submit',
  rule: {
    oneAtATime:
      'One person at a time can edit the form in the portal. Whoever comes second is told so: agree on who carries over.',
    closeBeforeSubmitting:
      'The owner of the form cannot submit while somebody with the right to edit has it open: have everybody else close it.',
    submitAgain:
      'A form that was submitted can be opened and submitted again until the deadline: submit early, and once more if something changes.',
    declarationOnHonour:
      'The declaration on honour, signed by the legal representative of the applicant, is uploaded with every application.',
    mandates:
      'Mandates or accession forms of the partners go on the template of the call. Whether they are due now or when the grant is signed depends on year and agency: ask yours.',
    annexes:
      'Annexes: at most {{filesMax}} files, {{fileMb}} MB each and {{totalMb}} MB together. The limits vary: look in the form.',
    missedDeadline:
      'If the portal fails at the deadline: the last attempt must be in the submission history before it; tell your agency within {{hours}} hours and send the PDF of the form unchanged. Some agencies give other hours: read the guide of the year.',
  },
} as const;
