// The one reader of the environment. Every setting has a default that works on a laptop.
import { z } from 'zod';

/** Characters. 32 hexadecimal digits are 128 bits. */
export const SECRET_MIN = 32;

const oidcSettings = {
  /** Signing in by OpenID Connect: the address of the provider, and how it knows this installation. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be an address like https://login.example.org' }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  /** Without one the client is a public one, which PKCE protects. */
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What the button calls it. */
  OIDC_NAME: z.string().min(1).max(60).default('OpenID Connect'),
  /** 1 for a provider that knows the addresses of its people and does not send email_verified. */
  OIDC_TRUST_EMAIL: z.enum(['0', '1']).default('0'),
};

const schema = z.object({
  /** TCP port. */
  PORT: z.coerce.number('must be a number').int('must be a whole number').min(1).max(65_535).default(3000),
  /** Address to listen on; all by default, so that it works in a container. */
  HOST: z.string().min(1).default('0.0.0.0'),
  /** Folder of the database; made when missing. */
  DATA_DIR: z.string().min(1).default('./data'),
  /** What people type into the browser, when a proxy stands in front. With https, cookies become Secure. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://adagia.example.org' })
    .refine((url) => !URL.canParse(url) || new URL(url).pathname === '/', 'must not have a path')
    .optional(),
  /** 1 behind a proxy that sets X-Forwarded-For: attempts are then counted by the address in it. */
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
  /** smtp://user:password@host:587. Without it mails stay in mailboxes inside the product, and on the console. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an address like smtp://user:password@host:587' }).optional(),
  MAIL_FROM: z.string().min(3).default('Adagia <adagia@localhost>'),
  /**
   * Whether an address must be confirmed by mail before its account can be used. Not where no mail leaves the server, because
   * nobody would ever come in; else yes: only then can nobody take an address that is not theirs, nor learn who has an account.
   */
  EMAIL_VERIFICATION: z.enum(['required', 'optional']).optional(),
  ...oidcSettings,
  /** Signs session cookies. Made and kept in the data folder when missing. */
  SECRET: z.string().min(SECRET_MIN, `must have at least ${SECRET_MIN} characters`).optional(),
  /** Whoever sends it as `Authorization: Bearer …` may read `/metrics`. Without it there is no such page. */
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  /** Megabytes that one uploaded document may have. A scanned mandate has one to five. */
  UPLOAD_MAX_MB: z.coerce.number('must be a number').int('must be a whole number').min(1).max(200).default(10),
  /**
   * Asked about every upload before it is kept: program and arguments, then the path of the file. 0 lets it in, 1 refuses it, and with
   * anything else nothing is let in until it works. For example `clamdscan --no-summary --fdpass`.
   */
  UPLOAD_SCAN: z.string().min(1).optional(),
  /** Megabytes that the process may have, where neither the container nor the machine says it well. */
  MEMORY_MAX_MB: z.coerce.number('must be a number').int('must be a whole number').min(64).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  /** Milliseconds that every commit is held back. Only honoured with ADAGIA_TEST_HOOKS=1. */
  TEST_COMMIT_DELAY_MS: z.coerce.number().int().min(0).max(60_000).default(0),
  /** Bytes of a document: another warning and another end than the real ones. Only honoured with ADAGIA_TEST_HOOKS=1. */
  TEST_DOCUMENT_WARNING: z.coerce.number().int().min(1).optional(),
  TEST_DOCUMENT_MAX: z.coerce.number().int().min(1).optional(),
  ADAGIA_TEST_HOOKS: z.enum(['0', '1']).default('0'),
});

/** What another program says about who somebody is, by OpenID Connect. */
export interface OidcConfig {
  /** Where `/.well-known/openid-configuration` is. */
  issuer: string;
  clientId: string;
  clientSecret: string | null;
  /** On the button. */
  name: string;
  /** Its addresses count as confirmed, though it does not say so. */
  trustsEmail: boolean;
}

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  publicUrl: string;
  trustsProxy: boolean;
  smtpUrl: string | null;
  mailFrom: string;
  requiresVerifiedEmail: boolean;
  /** null: nobody signs in by another program. */
  oidc: OidcConfig | null;
  secret: string | null;
  metricsToken: string | null;
  /** Bytes. */
  uploadSizeMax: number;
  /** null: uploads are not scanned. */
  uploadScan: string | null;
  /** null: what the container gives, or the machine has. */
  memoryMaxBytes: number | null;
  logLevel: string;
  commitDelayMs: number;
  /** Bytes. null: the real ones. */
  documentSizes: { warning: number; max: number } | null;
  /** Tests sign in far more often than people do. */
  isTest: boolean;
}

/** What an administrator can mend; `message` says it in one line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** @throws ConfigError when only one half is there. */
function oidcOf(data: z.output<typeof schema>): OidcConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = data;
  if (!issuer && !clientId) return null;
  if (!issuer || !clientId) {
    throw new ConfigError(`the setting ${issuer ? 'OIDC_CLIENT_ID' : 'OIDC_ISSUER'} is missing`);
  }
  return {
    issuer: issuer.replace(/\/+$/, ''),
    clientId,
    clientSecret: data.OIDC_CLIENT_SECRET ?? null,
    name: data.OIDC_NAME,
    trustsEmail: data.OIDC_TRUST_EMAIL === '1',
  };
}

function sizesOf({ TEST_DOCUMENT_WARNING: warning, TEST_DOCUMENT_MAX: max }: z.output<typeof schema>) {
  return warning === undefined || max === undefined ? null : { warning, max };
}

/** @throws ConfigError naming the variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable is how compose files and shells say "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(`the setting ${issue?.path.join('.')} is wrong: ${issue?.message}`);
  }
  const { data } = parsed;
  const isTest = data.ADAGIA_TEST_HOOKS === '1';
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    publicUrl: (data.PUBLIC_URL ?? `http://localhost:${data.PORT}`).replace(/\/+$/, ''),
    trustsProxy: data.TRUST_PROXY === '1',
    smtpUrl: data.SMTP_URL ?? null,
    mailFrom: data.MAIL_FROM,
    requiresVerifiedEmail: (data.EMAIL_VERIFICATION ?? (data.SMTP_URL ? 'required' : 'optional')) === 'required',
    oidc: oidcOf(data),
    secret: data.SECRET ?? null,
    metricsToken: data.METRICS_TOKEN ?? null,
    uploadSizeMax: data.UPLOAD_MAX_MB * 1024 * 1024,
    uploadScan: data.UPLOAD_SCAN ?? null,
    memoryMaxBytes: data.MEMORY_MAX_MB === undefined ? null : data.MEMORY_MAX_MB * 1024 * 1024,
    logLevel: data.LOG_LEVEL,
    documentSizes: isTest ? sizesOf(data) : null,
    commitDelayMs: isTest ? data.TEST_COMMIT_DELAY_MS : 0,
    isTest,
  };
}
