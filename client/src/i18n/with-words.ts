// Parts that are fetched when they are needed are not drawn before their words are there.
import { lazyRouteComponent } from '@tanstack/react-router';
import { allWords } from './languages.ts';

/** @throws what the part throws, or its words */
export async function withWords<Part>(part: Promise<Part>): Promise<Part> {
  const [fetched] = await Promise.all([part, allWords()]);
  return fetched;
}

export const lazyPage: typeof lazyRouteComponent = (load, name) => lazyRouteComponent(() => withWords(load()), name);
