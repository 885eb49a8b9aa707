// What the ids in the record of rights are called today: it holds no names itself, so that what is renamed or erased later needs no
// change in it. An id that nothing answers to any more has no name here.
import type { Tx } from '@adagia/db/open-database';
import type { AuditRow } from '@adagia/db/repositories/audit';
import { findOrganisationName, findProposal } from '@adagia/db/repositories/proposals';
import { findCall } from '@adagia/shared/programme/calls';

type Entry = Pick<AuditRow, 'proposalId' | 'target' | 'data'>;

/** For the entries of one page or one file: what was looked up once is not looked up again. */
export type NamesOf = (entry: Entry) => Record<string, string>;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function remembered<T>(look: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    if (!known.has(id)) known.set(id, look(id));
    return known.get(id) as T;
  };
}

/** Everything in an entry that may be an id: sections come several in one text. */
function idsIn({ target, data }: Entry): string[] {
  const texts = [target, ...Object.values(data)].filter((value) => typeof value === 'string');
  return [...new Set(texts.flatMap((text) => text.split(' ')))].filter((text) => text !== '');
}

export function auditNames(tx: Tx): NamesOf {
  const organisationOf = remembered((id) => findOrganisationName(tx, id) ?? '');
  const sectionsOf = remembered((id) => findCall(findProposal(tx, id)?.callId ?? '')?.sections ?? []);
  const nameOf = (proposalId: string | null, id: string): string => {
    if (UUID.test(id)) return organisationOf(id);
    const [sectionId, part = ''] = id.split(':');
    const title = proposalId && sectionsOf(proposalId).find((one) => one.id === sectionId)?.title;
    if (!title) return '';
    const whose = part && organisationOf(part);
    return whose ? `${title}: ${whose}` : title;
  };
  return (entry) =>
    Object.fromEntries(
      idsIn(entry)
        .map((id) => [id, nameOf(entry.proposalId, id)] as const)
        .filter(([, name]) => name !== ''),
    );
}
