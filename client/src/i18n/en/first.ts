// The words that are there from the start: of every page, and of the one on which a proposal is written. What else they need is told by
// tests/src/first-words.test.ts. All the others come a moment later, with `index.ts`.
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

export const first = {
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
} as const;
