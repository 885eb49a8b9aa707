// One field of one's own evaluation: it saves itself, is kept on this device until the server has it, and never overwrites unseen
// what was stored from another device.
import { type OwnEvaluation, type Remark, type Round, saveScore } from '@adagia/shared/api/evaluations';
import { isScore, type Scale } from '@adagia/shared/evaluation/scale';
import { useCallback } from 'react';
import { ApiError, callApi } from '../../api/call.ts';
import { useProposal } from '../../app/proposal-context.ts';
import { type Autosave, useAutosave } from '../partners/use-autosave.ts';
import { setOwnEvaluation, useRefreshRounds } from './use-rounds.ts';

export type ScoreField = 'points' | Remark;

export interface Scoring {
  round: Round;
  own: OwnEvaluation;
  criterionId: string;
  /** Saves that are on their way: whoever submits waits for them. */
  pending: Set<Promise<unknown>>;
}

/** Where what is not saved yet is kept, of a round. */
export const keptPlaceOf = (proposalId: string, roundId: string): string => `${proposalId}/evaluation/${roundId}/`;

/** @returns null for an empty field */
export const parsePoints = (text: string): number | null =>
  text.trim() === '' ? null : Number(text.replace(',', '.'));

export function isPoints(scale: Scale, criterionId: string, text: string): boolean {
  const points = parsePoints(text);
  const criterion = scale.criteria.find(({ id }) => id === criterionId);
  return points === null || (criterion !== undefined && isScore(scale, criterion, points));
}

export const storedIn = (own: OwnEvaluation, criterionId: string, field: ScoreField): string =>
  String(own.scores.find((one) => one.criterionId === criterionId)?.[field] ?? '');

const bodyOf = (field: ScoreField, text: string) =>
  field === 'points' ? { points: parsePoints(text) } : { [field]: text.trim() };

export function useScoreField({ round, own, criterionId, pending }: Scoring, field: ScoreField): Autosave {
  const { id: proposalId } = useProposal().proposal;
  const { id: roundId, scale } = round;
  const refresh = useRefreshRounds();
  const send = useCallback(
    async (value: string, base: string | null) => {
      const body = { ...bodyOf(field, value), ...(base !== null && { was: bodyOf(field, base) }) };
      try {
        setOwnEvaluation(proposalId, roundId, await callApi(saveScore, { proposalId, roundId, criterionId }, body));
      } catch (error) {
        // What the other device stored, or that the round is closed, is to be seen before the refusal is told.
        if (error instanceof ApiError && error.problem) await refresh();
        throw error;
      }
    },
    [proposalId, roundId, criterionId, field, refresh],
  );
  return useAutosave(`evaluation/${roundId}/${criterionId}/${field}`, {
    stored: storedIn(own, criterionId, field),
    isValid: (value) => field !== 'points' || isPoints(scale, criterionId, value),
    isSame: (one, other) => one.trim() === other.trim(),
    save: async (value, base) => {
      const saving = send(value, base);
      pending.add(saving);
      try {
        await saving;
      } finally {
        pending.delete(saving);
      }
    },
  });
}
