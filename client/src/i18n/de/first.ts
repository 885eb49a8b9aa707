// The words that are there from the start, as in English.
import type { FirstWords } from '../catalogue.ts';
import { cells } from './cells.ts';
import { comments } from './comments.ts';
import { common } from './common.ts';
import { editor } from './editor.ts';
import { entering } from './entering.ts';
import { facts } from './facts.ts';
import { narrative } from './narrative.ts';
import { people } from './people.ts';
import { portal } from './portal.ts';
import { presence } from './presence.ts';
import { problem } from './problem.ts';
import { references } from './references.ts';
import { rights } from './rights.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';

export const first: FirstWords = {
  cells,
  comments,
  common,
  editor,
  entering,
  facts,
  narrative,
  people,
  portal,
  presence,
  problem,
  references,
  rights,
  session,
  shell,
};
