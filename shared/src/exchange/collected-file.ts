// What is collected from an organisation, in the exchange file: who signs, contacts, past projects. Only of organisations whose
// intake whoever writes the file may see. Signed documents stay where they are: a file of text carries no files.
import { z } from 'zod';
import { contactSchema, type OrganisationIntake, projectSchema, RECORDS_MAX, type RecordInput } from '../api/intake.ts';
import { lineSchema } from '../api/names.ts';

const contact = contactSchema.omit({ kind: true });
const project = projectSchema.omit({ kind: true });

/** Members of an organisation in the file. */
export const collectedMembers = {
  representative: z
    .object({
      name: lineSchema(200).default(''),
      position: lineSchema(200).default(''),
      email: contactSchema.shape.email,
    })
    .optional(),
  contacts: z.array(contact).max(RECORDS_MAX).default([]),
  past_projects: z.array(project).max(RECORDS_MAX).default([]),
  /** It has said that there are none. */
  no_past_projects: z.boolean().default(false),
};
const collectedSchema = z.object(collectedMembers);
type CollectedFile = z.output<typeof collectedSchema>;

export type Collected = Pick<
  OrganisationIntake,
  'representativeName' | 'representativePosition' | 'representativeEmail' | 'pastProjectsNone'
> & { records: readonly RecordInput[] };

/** Without what is empty. */
function said<T extends Record<string, string>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<T>;
}

export function writeCollected(one: Collected): z.input<typeof collectedSchema> {
  const representative = said({
    name: one.representativeName,
    position: one.representativePosition,
    email: one.representativeEmail,
  });
  const contacts = one.records.filter((record) => record.kind === 'contact');
  const projects = one.records.filter((record) => record.kind === 'project');
  return {
    ...(Object.keys(representative).length > 0 && { representative }),
    ...(contacts.length > 0 && {
      contacts: contacts.map(({ name, position, email, phone }) => ({ name, ...said({ position, email, phone }) })),
    }),
    ...(projects.length > 0 && {
      past_projects: projects.map(({ title, programme, year, reference }) => {
        return { title, ...said({ programme, year, reference }) };
      }),
    }),
    ...(one.pastProjectsNone && { no_past_projects: true }),
  };
}

export function readCollected(file: CollectedFile): Collected {
  const { name = '', position = '', email = '' } = file.representative ?? {};
  return {
    representativeName: name,
    representativePosition: position,
    representativeEmail: email,
    pastProjectsNone: file.no_past_projects,
    records: [
      ...file.contacts.map((one) => ({ kind: 'contact' as const, ...one })),
      ...file.past_projects.map((one) => ({ kind: 'project' as const, ...one })),
    ],
  };
}
