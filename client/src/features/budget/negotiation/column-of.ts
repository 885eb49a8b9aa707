import type { Negotiation } from '@adagia/shared/budget/negotiation';
import { splitFieldKey } from '@adagia/shared/document';

/** The organisation whose amount or quantity it is. */
export const columnOf = ({ cell }: Negotiation): string => splitFieldKey(cell)[1].split(':', 1)[0] ?? '';
