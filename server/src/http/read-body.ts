// Reads a JSON body without taking in more than is allowed, whatever the sender says about its length.
import { AppError } from './app-error.ts';

/** Bytes. The longest comment takes 40 kB; an order of magnitude above that is no request of ours. */
export const BODY_MAX = 1024 * 1024;
/** Bytes. A whole proposal: three times the longest form with every answer at its limit. */
export const IMPORT_BODY_MAX = 5 * 1024 * 1024;

/** How many times the allowed size is taken in and thrown away: who gets no answer while sending never reads why. */
const PATIENCE = 8;

async function readText({ body, headers }: Request, sizeMax: number): Promise<string> {
  if (Number(headers.get('content-length') ?? 0) > sizeMax * PATIENCE) throw new AppError('body-too-large');
  if (!body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > sizeMax * PATIENCE) break;
    if (size <= sizeMax) chunks.push(chunk);
  }
  if (size > sizeMax) throw new AppError('body-too-large');
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}

/** Lists and objects in each other: twenty times what any body of ours has. Deeper ones take checks and stores to the end of the stack. */
const DEPTH_MAX = 100;
const [QUOTE, BACKSLASH] = [0x22, 0x5c];

function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) isInString = true;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > DEPTH_MAX) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}

function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw new AppError('invalid-json');
  const refuseNull = (key: string, value: unknown) => {
    if (key.includes('\u0000') || (typeof value === 'string' && value.includes('\u0000'))) {
      throw new AppError('invalid-body', [{ path: key.replaceAll('\u0000', ''), message: 'has the character U+0000' }]);
    }
    return value;
  };
  // No text needs U+0000, and the next database engine cannot store it. Only texts that spell it are looked through.
  return JSON.parse(text, text.includes('\\u0000') ? refuseNull : undefined);
}

/** @returns `{}` for no body at all @throws AppError invalid-json, invalid-body, body-too-large */
export async function readJson(request: Request, sizeMax = BODY_MAX): Promise<unknown> {
  try {
    const text = await readText(request, sizeMax);
    if (text === '') return {};
    if (!/^application\/json\s*(?:;|$)/i.test(request.headers.get('content-type') ?? '')) {
      throw new AppError('invalid-json');
    }
    return parseJson(text);
  } catch (error) {
    if (error instanceof AppError) throw error;
    // Not UTF-8, not JSON, or cut off: the sender learns that it is no JSON.
    throw new AppError('invalid-json');
  }
}
