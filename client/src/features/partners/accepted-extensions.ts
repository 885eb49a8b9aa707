import { documentTypes } from '@adagia/shared/api/intake';

/** Of files that are let in: '.pdf' and so on. The server looks at their bytes. */
export const acceptedExtensions: readonly string[] = Object.values(documentTypes).flatMap(({ extensions }) =>
  extensions.map((extension) => `.${extension}`),
);
