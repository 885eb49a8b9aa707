// A figure as its data holds it: a text as it is, everything else as data.
export const figureText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
