// True from the moment on in which an element has come near the screen: what is typed in it, and where the focus is, stays when it is
// scrolled away.
import { type RefObject, useState } from 'react';
import { useNear } from '../narrative/use-near.ts';

/** @param isFirst from the beginning */
export function useHasBeenNear(ref: RefObject<Element | null>, isFirst: boolean): boolean {
  const isNear = useNear(ref);
  const [hasBeen, setHasBeen] = useState(isFirst);
  if (isNear && !hasBeen) setHasBeen(true);
  return hasBeen || isNear;
}
