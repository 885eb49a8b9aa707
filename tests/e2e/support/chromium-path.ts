// A real Chromium from the npm registry, unpacked once, without root. Its own list of flags is not used: it switches the
// same-origin policy off, and a test behind that would prove nothing.
import chromium from '@sparticuz/chromium';

export function chromiumPath(): Promise<string> {
  return chromium.executablePath();
}

export const chromiumFlags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  // A page in the background must go on typing and drawing: two people share one machine here.
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];
