// Which command serves which route of mock evaluations.
import * as routes from '@adagia/shared/api/evaluations';
import type { Deps } from '../commands/deps.ts';
import * as results from '../commands/evaluation-results.ts';
import * as rounds from '../commands/evaluation-rounds.ts';
import * as own from '../commands/own-evaluation.ts';
import { handle, type RouteServer } from './handle-route.ts';

export function registerEvaluations(server: RouteServer, deps: Deps): void {
  handle(server, routes.listRounds, (me, { params }) => rounds.listRounds(deps, me, params.proposalId));
  handle(server, routes.openRound, (me, { params, body }) => rounds.openRound(deps, me, params.proposalId, body));
  handle(server, routes.changeRound, (me, { params, body }) => rounds.changeRound(deps, me, params, body));
  handle(server, routes.closeRound, (me, { params }) => rounds.closeRound(deps, me, params));
  handle(server, routes.addEvaluators, (me, { params, body }) => rounds.addEvaluators(deps, me, params, body.userIds));
  handle(server, routes.removeEvaluator, (me, { params }) => rounds.removeEvaluator(deps, me, params));
  handle(server, routes.getRoundCopy, (me, { params }) => results.showRoundCopy(deps, me, params));
  handle(server, routes.listResults, (me, { params }) => results.listResults(deps, me, params));
  handle(server, routes.noteResultsExport, (me, { params }) => results.noteResultsExport(deps, me, params));
  handle(server, routes.getOwnEvaluation, (me, { params }) => own.showOwnEvaluation(deps, me, params));
  handle(server, routes.saveScore, (me, { params, body }) => own.saveScore(deps, me, params, body));
  handle(server, routes.submitEvaluation, (me, { params }) => own.submitEvaluation(deps, me, params));
  handle(server, routes.withdrawEvaluation, (me, { params }) => own.withdrawEvaluation(deps, me, params));
}
