// Where addresses stand in what somebody typed. Pure.

const ADDRESS = /https?:\/\/[^\s<>"]+/gi;
/** Signs that end a sentence and not an address, as long as no bracket of the address is closed by them. */
const TAIL = /[.,;:!?'»”)\]]+$/u;

export interface LinkRange {
  start: number;
  end: number;
}

function withoutTail(address: string): string {
  const tail = TAIL.exec(address)?.[0] ?? '';
  const cut = address.slice(0, address.length - tail.length);
  const isOpen = cut.includes('(') && tail.startsWith(')') && cut.split('(').length > cut.split(')').length;
  return isOpen ? `${cut})` : cut;
}

/** Only what a browser reads as an address of the web. */
export function linkRanges(text: string): LinkRange[] {
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: found, index }) => {
    const address = withoutTail(found);
    return URL.canParse(address) ? [{ start: index, end: index + address.length }] : [];
  });
}
