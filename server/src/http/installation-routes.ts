// The routes of the administrator. One line each, like routes.ts.
import * as correctionRoutes from '@adagia/shared/api/corrections';
import * as routes from '@adagia/shared/api/installation';
import * as corrections from '../commands/corrections.ts';
import type { Deps } from '../commands/deps.ts';
import * as installation from '../commands/installation.ts';
import * as people from '../commands/installation-people.ts';
import { setSignUpPolicy } from '../commands/sign-up-policy.ts';
import { testMail } from '../commands/test-mail.ts';
import { handle, type RouteServer } from './handle-route.ts';

export function registerInstallation(server: RouteServer, deps: Deps): void {
  handle(server, routes.getInstallation, (me) => installation.showInstallation(deps, me));
  handle(server, routes.setSignUpPolicy, (me, { body }) => setSignUpPolicy(deps, me, body));
  handle(server, routes.listAccounts, (me) => people.listAccounts(deps, me));
  handle(server, routes.setDisabled, (me, { params, body }) => people.setDisabled(deps, me, params, body));
  handle(server, routes.setAdministrator, (me, { params, body }) => people.setAdministrator(deps, me, params, body));
  handle(server, routes.endSessionsOf, (me, { params }) => people.endSessionsOf(deps, me, params));
  handle(server, routes.listAllProposals, (me) => installation.listAllProposals(deps, me));
  handle(server, routes.restoreAnyProposal, (me, { params }) =>
    installation.restoreAnyProposal(deps, me, params.proposalId),
  );
  handle(server, routes.testMail, (me) => testMail(deps, me));
  handle(server, routes.listBackups, (me) => installation.listBackups(deps, me));
  handle(server, routes.makeBackup, (me) => installation.makeBackup(deps, me));
  handle(server, correctionRoutes.listCorrections, (me) => corrections.listCorrections(deps, me));
  handle(server, correctionRoutes.correctFigure, (me, { body }) => corrections.correctFigure(deps, me, body));
  handle(server, correctionRoutes.takeBackCorrection, (me, { params }) =>
    corrections.takeBackCorrection(deps, me, params),
  );
}
