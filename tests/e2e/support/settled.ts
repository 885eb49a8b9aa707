// A page whose looks have just been changed, as axe has to read it.
import type { Page } from '@playwright/test';

/**
 * A change of looks is drawn everywhere: Chromium leaves what is far off the screen (`content-visibility`) in its old colours,
 * and axe would read those.
 */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important; transition: none !important }');
    document.adoptedStyleSheets = [sheet];
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
