// What an address of a link may be: of the text, and of a link that somebody suggests.

const LINK = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;
/** Characters; browsers take no longer addresses. */
const LINK_MAX = 2000;

export const isLinkValue = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LINK_MAX && LINK.test(value);
