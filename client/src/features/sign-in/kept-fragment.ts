// The secret of an invitation stands behind the '#' of its address, which no server sees. While the person is away at another program to
// sign in, it waits in this tab alone, and is back in the address when they are.

const KEY = 'adagia-fragment';

export function keepFragment(): void {
  if (location.hash) sessionStorage.setItem(KEY, location.pathname + location.hash);
}

/** Before the first page is shown. */
export function restoreFragment(): void {
  const kept = sessionStorage.getItem(KEY);
  if (!kept || location.hash || kept.split('#')[0] !== location.pathname) return;
  sessionStorage.removeItem(KEY);
  history.replaceState(history.state, '', kept);
}
