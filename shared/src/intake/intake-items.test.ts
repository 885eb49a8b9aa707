import { describe, expect, it } from 'vitest';
import type { IntakeDocument, IntakeRecord } from '../api/intake.ts';
import type { Organisation } from '../api/people.ts';
import type { OrganisationId } from '../ids.ts';
import { ka210In2026 } from '../programme/ka210-2026.ts';
import { ka220In2026 } from '../programme/ka220-2026.ts';
import { ka220OfAgencyIn2026 } from '../programme/ka220-eacea-2026.ts';
import { type ItemInput, intakeItems, isOpen, type TextFacts } from './intake-items.ts';

const organisation: Organisation = {
  id: 'P2' as OrganisationId,
  role: 'partner',
  position: 1,
  legalName: 'Olt Valley County Library',
  legalNameLatin: '',
  country: 'RO',
  city: 'Slatina',
  oid: 'E10000002',
  type: 'EPLUS-BODY-PUB-REG',
  newcomer: false,
  publicBody: true,
  nonProfit: false,
  established: '1950-01-01',
  charter: '',
  applications: null,
};
const contact: IntakeRecord = { id: '1', kind: 'contact', name: 'Ben', position: '', email: 'ben@x.org', phone: '' };
const project: IntakeRecord = { id: '2', kind: 'project', title: 'X', programme: '', year: '', reference: '' };
const mandate = { kind: 'mandate' } as IntakeDocument;
const written: TextFacts = { isEmpty: false, isOver: false, status: 'final' };

/** With everything that is asked of a partner. */
function input(change: Partial<ItemInput> = {}): ItemInput {
  return {
    call: ka220In2026,
    organisation,
    intake: {
      representativeName: 'Ana',
      representativePosition: 'Director',
      representativeEmail: 'ana@x.org',
      pastProjectsNone: false,
      records: [contact, project],
      documents: [mandate],
    },
    textOf: () => written,
    hasFact: () => true,
    isNeeded: () => true,
    ...change,
  };
}
const openOf = (change: Partial<ItemInput>) =>
  intakeItems(input(change))
    .filter(isOpen)
    .map(({ id, state }) => `${id} ${state}`);
const withIntake = (change: Partial<ItemInput['intake']>) => openOf({ intake: { ...input().intake, ...change } });
const withCard = (change: Partial<Organisation>) => openOf({ organisation: { ...organisation, ...change } });

describe('what is asked of an organisation', () => {
  it('is nothing more when everything is there', () => {
    expect(openOf({})).toEqual([]);
    expect(openOf({ call: ka210In2026 })).toEqual([]);
  });

  it.each<[string, Partial<Organisation>]>([
    ['no city', { city: '' }],
    ['no OID', { oid: '' }],
    ['no type', { type: '' }],
    ['nobody said whether it is a public body', { publicBody: null }],
    ['nobody said whether it is non-profit', { nonProfit: null }],
    ['no day of establishment', { established: '' }],
    ['a university without its charter', { type: 'EPLUS-EDU-HEI' }],
    ['a name in other letters alone', { legalName: 'Βιβλιοθήκη' }],
  ])('data is begun with %s', (_, change) => {
    expect(withCard(change)).toEqual(['data begun']);
  });

  it('the number that is asked for is that of the call', () => {
    const oidHere = { organisation: { ...organisation, oid: 'E10000001' } };
    const picHere = { organisation: { ...organisation, oid: '912345678' } };
    const dataOf = (change: object) => intakeItems({ ...input(), ...change }).find(({ id }) => id === 'data')?.lacks;
    expect(dataOf(oidHere)).toEqual([]);
    expect(dataOf(picHere)).toEqual(['oid']);
    expect(dataOf({ ...oidHere, call: ka220OfAgencyIn2026 })).toEqual(['pic']);
    expect(dataOf({ ...picHere, call: ka220OfAgencyIn2026 })).toEqual([]);
  });

  it('a representative needs name, position and address; a contact an address', () => {
    expect(withIntake({ representativeEmail: '' })).toEqual(['representative begun']);
    expect(withIntake({ records: [project] })).toEqual(['contact missing']);
    expect(withIntake({ records: [{ ...contact, email: '' }, project] })).toEqual(['contact begun']);
  });

  it('past projects are there, or there are none, or it is a newcomer', () => {
    expect(withIntake({ records: [contact] })).toEqual(['projects missing']);
    expect(withIntake({ records: [contact], pastProjectsNone: true })).toEqual([]);
    expect(
      openOf({ intake: { ...input().intake, records: [contact] }, organisation: { ...organisation, newcomer: true } }),
    ).toEqual([]);
  });

  it('a mandate or an accession form will do for a partner, the declaration alone for the applicant', () => {
    const signed = (kind: IntakeDocument['kind']) => ({ documents: [{ kind } as IntakeDocument] });
    expect(withIntake({ documents: [] })).toEqual(['document:mandate missing']);
    expect(withIntake(signed('accession'))).toEqual([]);
    expect(withIntake(signed('other'))).toEqual(['document:mandate missing']);
    expect(withCard({ role: 'applicant' })).toEqual(['document:declaration missing']);
  });

  it('a text is done when it is written, fits, and is no draft any more', () => {
    const states = (facts: Partial<TextFacts>) => openOf({ textOf: () => ({ ...written, ...facts }) });
    expect(states({ isEmpty: true })).toEqual(['text:org_present missing', 'text:org_experience missing']);
    expect(states({ status: 'draft' })).toEqual(['text:org_present begun', 'text:org_experience begun']);
    expect(states({ isOver: true })).toEqual(['text:org_present begun', 'text:org_experience begun']);
    expect(openOf({ call: ka210In2026, hasFact: () => false })).toEqual(['text:org_years missing']);
  });

  it('of an associated partner is data and a contact alone', () => {
    const bare = { ...organisation, role: 'associated' as const, oid: '', type: '', established: '' };
    expect(intakeItems(input({ organisation: bare })).map(({ id }) => id)).toEqual(['data', 'contact']);
    expect(openOf({ organisation: bare })).toEqual([]);
  });

  it('is not what a coordinator does not need', () => {
    const items = intakeItems(
      input({ intake: { ...input().intake, documents: [] }, isNeeded: (id) => id !== 'document:mandate' }),
    );
    expect(items.at(-1)).toMatchObject({ id: 'document:mandate', state: 'not-needed' });
  });
});
