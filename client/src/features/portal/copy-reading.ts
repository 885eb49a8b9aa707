// Whether answers are copied as they are accepted or as if everything that is suggested was accepted: as the page of the portal is switched.
import { createContext } from 'react';
import type { CopyReading } from '../narrative/answer-text.ts';

/** The accepted text, wherever nobody has switched. */
export const CopyReadingContext = createContext<CopyReading>('base');
