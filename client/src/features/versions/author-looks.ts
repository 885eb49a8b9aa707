// In whose colour words are shown: the person's, or their organisation's where somebody has chosen so.
import { personColour } from '@adagia/shared/person-colour';
import { createContext, use } from 'react';

export interface AuthorLook {
  /** Of the person or the organisation. */
  id: string;
  colour: string;
  /** Its name, where words are in its colour. */
  organisation?: string;
}

/** @returns null for nobody that is known */
export type AuthorLooks = (by: string | null) => AuthorLook | null;

export const byPerson: AuthorLooks = (by) => (by === null ? null : { id: by, colour: personColour(by) });

export const AuthorLooksContext = createContext<AuthorLooks>(byPerson);

export const useAuthorLooks = (): AuthorLooks => use(AuthorLooksContext);
