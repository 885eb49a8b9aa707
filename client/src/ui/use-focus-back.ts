// For a dialog that is there only while it is open: when it goes, the keyboard is where it was before it came. Mantine's own way back
// needs a dialog that stays in the page while it is closed.
import { useEffect, useState } from 'react';

/** What the dialog was opened by; for a line of a menu, which is gone by then, the button of that menu. */
function openerOf(element: Element | null): Element | null {
  const menu = element?.closest('[role="menu"]');
  return menu ? document.querySelector(`[aria-controls="${CSS.escape(menu.id)}"]`) : element;
}

export function useFocusBack(): void {
  const [before] = useState(() => openerOf(document.activeElement));
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
}
