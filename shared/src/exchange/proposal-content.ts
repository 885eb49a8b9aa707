// What a proposal holds beside its people, as plain values: between a Yjs document and a file. Knows neither.
import type { AnswerKey } from '../answer-key.ts';
import type { Organisation } from '../api/people.ts';
import type { Fields, FieldValue, MapName } from '../document.ts';
import type { OrganisationId } from '../ids.ts';
import type { Block } from '../text/blocks.ts';
import type { Collected } from './collected-file.ts';

export type ContentMaps = Record<MapName, Map<string, FieldValue>>;

/** To be written into an empty document. */
export interface NewContent extends ContentMaps {
  answers: Map<AnswerKey, Block[]>;
}

/** Read from a document. */
export interface ProposalContent {
  facts: Fields;
  plan: Fields;
  budget: Fields;
  /** @returns the blocks of an answer; one empty paragraph when nobody has written. */
  blocksOf(key: AnswerKey): Block[];
}

export type NewOrganisation = Omit<Organisation, 'id' | 'position'> & { id: OrganisationId; collected: Collected };
