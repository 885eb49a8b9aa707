// Brings a card to be seen in a list that scrolls by itself.

/** `scrollIntoView` would move the page too. */
export function scrollWithin(list: Element, card: Element): void {
  const [outer, inner] = [list.getBoundingClientRect(), card.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop += inner.top - outer.top;
  else if (inner.bottom > outer.bottom) {
    list.scrollTop += Math.min(inner.bottom - outer.bottom, inner.top - outer.top);
  }
}
