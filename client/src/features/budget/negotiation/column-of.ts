import type { Negotiation } from '@adagia/shared/budget/negotiation';
import { splitFieldKey } from '@adagia/shared/document';

/** The organisation whose figure it is. */
export const columnOf = ({ cell }: Negotiation): string => splitFieldKey(cell)[1];
