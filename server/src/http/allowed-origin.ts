// Same origin, by the address that people use (PUBLIC_URL) or by the one that this request came to. Browsers send Origin with
// every socket and every request that changes something; tools outside of a browser send none and carry no foreign page.

export function allowedOrigin(publicUrl: string): (origin: string | undefined, host: string | undefined) => boolean {
  const own = new URL(publicUrl).origin;
  return (origin, host) => {
    if (origin === undefined || origin === own) return true;
    return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
  };
}
