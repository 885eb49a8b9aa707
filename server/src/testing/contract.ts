// All routes that there are, by name: what a test about every route goes through.
import * as account from '@adagia/shared/api/account';
import * as audit from '@adagia/shared/api/audit';
import * as corrections from '@adagia/shared/api/corrections';
import * as entering from '@adagia/shared/api/entering';
import * as evaluations from '@adagia/shared/api/evaluations';
import * as figures from '@adagia/shared/api/figures';
import * as freezes from '@adagia/shared/api/freezes';
import * as installation from '@adagia/shared/api/installation';
import * as intake from '@adagia/shared/api/intake';
import * as mail from '@adagia/shared/api/mail';
import * as negotiation from '@adagia/shared/api/negotiation';
import * as notices from '@adagia/shared/api/notices';
import * as packages from '@adagia/shared/api/packages';
import * as people from '@adagia/shared/api/people';
import * as portfolio from '@adagia/shared/api/portfolio';
import * as review from '@adagia/shared/api/review';
import * as rights from '@adagia/shared/api/rights';
import * as since from '@adagia/shared/api/since';
import { settleSuggestions } from '@adagia/shared/api/suggestion-threads';
import * as tasks from '@adagia/shared/api/tasks';
import * as undoPerson from '@adagia/shared/api/undo-person';
import * as versions from '@adagia/shared/api/versions';

export const contract = {
  ...notices,
  ...account,
  ...installation,
  ...corrections,
  ...mail,
  ...people,
  ...portfolio,
  ...review,
  ...audit,
  ...rights,
  ...versions,
  ...freezes,
  ...packages,
  ...since,
  ...undoPerson,
  ...figures,
  ...negotiation,
  ...evaluations,
  ...entering,
  ...intake,
  ...tasks,
  settleSuggestions,
};
