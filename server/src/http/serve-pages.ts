// The built client: hashed assets for ever, pages with a fresh nonce and a strict content security policy each time.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { SESSION_COOKIE } from '../auth/session-cookie.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Inline styles only with the nonce; no foreign host; no frame around us. Styles set from script are not inline. */
function policy(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

interface Asset {
  body: Buffer;
  gzip: Buffer | null;
  headers: Record<string, string>;
}

function loadAsset(folder: string, path: string): Asset | null {
  const file = normalize(join(folder, path));
  // A slash that came in as %2f survives the parsing of the address.
  if (!file.startsWith(normalize(folder + sep)) || !existsSync(file) || !statSync(file).isFile()) return null;
  const body = readFileSync(file);
  const type = types[extname(file)] ?? 'application/octet-stream';
  const isHashed = path.startsWith('/assets/');
  return {
    body,
    gzip: /^(?:text|application|image\/svg)/.test(type) ? gzipSync(body) : null,
    headers: {
      'content-type': type,
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
    },
  };
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    // Not percent-encoded text, so no address of a page.
    return null;
  }
}

/** The page of a proposal names what it is going to ask for, so that it is asked while the scripts are fetched. */
const PROPOSAL = /^\/p\/([0-9a-f-]{36})(?:\/|$)/;

function readPages(folder: string): (path: string, isSignedIn: boolean) => string {
  const start = readFileSync(join(folder, 'index.html'), 'utf8');
  const file = join(folder, 'proposal.html');
  const proposal = existsSync(file) ? readFileSync(file, 'utf8') : start;
  return (path, isSignedIn) => {
    const id = PROPOSAL.exec(path)?.[1];
    if (!id) return start;
    const asked = isSignedIn ? ['/api/me', `/api/proposals/${id}`] : [];
    const links = asked.map((address) => `<link rel="preload" as="fetch" crossorigin href="${address}">`);
    return proposal.replace('<!-- answers -->', links.join(''));
  };
}

/** @param folder of `index.html` and its assets @throws when the pages have not been built */
export function servePages(app: Hono, folder: string): void {
  const pageFor = readPages(folder);
  const assets = new Map<string, Asset | null>();

  app.get('*', (context) => {
    const path = decoded(new URL(context.req.url).pathname);
    if (path === null) return context.text('Not found', 404);
    if (path !== '/' && path !== '/index.html') {
      let asset = assets.get(path);
      if (asset === undefined && extname(path)) {
        asset = loadAsset(folder, path);
        // Only what exists is remembered: made-up paths must not fill the memory.
        if (asset) assets.set(path, asset);
      }
      if (asset) return send(asset, context.req.header('accept-encoding') ?? '');
      if (extname(path)) return context.text('Not found', 404);
    }
    const nonce = randomBytes(16).toString('base64');
    const page = pageFor(path, context.req.header('cookie')?.includes(SESSION_COOKIE) ?? false);
    return context.body(page.replaceAll('__CSP_NONCE__', nonce), 200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': policy(nonce),
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    });
  });
}

function send({ body, gzip, headers }: Asset, accepted: string): Response {
  if (gzip && /\bgzip\b/.test(accepted)) {
    return new Response(new Uint8Array(gzip), { headers: { ...headers, 'content-encoding': 'gzip' } });
  }
  return new Response(new Uint8Array(body), { headers });
}
