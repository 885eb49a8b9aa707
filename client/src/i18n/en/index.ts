// The English catalogue: one file per feature. Other languages have the same shape.
import { account } from './account.ts';
import { administration } from './administration.ts';
import { audit } from './audit.ts';
import { budget } from './budget.ts';
import { cells } from './cells.ts';
import { comments } from './comments.ts';
import { common } from './common.ts';
import { editor } from './editor.ts';
import { editorWindows } from './editor-windows.ts';
import { entering } from './entering.ts';
import { evaluation } from './evaluation.ts';
import { facts } from './facts.ts';
import { figures } from './figures.ts';
import { freezing } from './freezing.ts';
import { home } from './home.ts';
import { inbox } from './inbox.ts';
import { narrative } from './narrative.ts';
import { negotiation } from './negotiation.ts';
import { partners } from './partners.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';
import { planBaseline } from './plan-baseline.ts';
import { planChecks } from './plan-checks.ts';
import { planPicture, planTimeline } from './plan-picture.ts';
import { portal } from './portal.ts';
import { portalRules } from './portal-rules.ts';
import { presence } from './presence.ts';
import { problem } from './problem.ts';
import { references } from './references.ts';
import { rights } from './rights.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { since } from './since.ts';
import { suggestionCards } from './suggestion-cards.ts';
import { textChecks } from './text-checks.ts';
import { timeline } from './timeline.ts';
import { undoPerson } from './undo-person.ts';
import { versions } from './versions.ts';
import { word } from './word.ts';

export const en = {
  common,
  account,
  shell,
  partners,
  people,
  narrative,
  editor,
  editorWindows,
  plan,
  planBaseline,
  planChecks,
  planPicture,
  planTimeline,
  budget,
  cells,
  figures,
  negotiation,
  comments,
  timeline,
  versions,
  evaluation,
  since,
  freezing,
  undoPerson,
  portal,
  portalRules,
  word,
  presence,
  entering,
  facts,
  problem,
  session,
  references,
  suggestionCards,
  textChecks,
  rights,
  home,
  inbox,
  audit,
  administration,
} as const;
