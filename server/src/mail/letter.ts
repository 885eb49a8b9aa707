// The shape of every mail: its words once, from which the plain text and the simple HTML are made. Nothing in it is loaded from
// anywhere, so that it reads the same without pictures, and everything that people named is escaped. Knows no transport.
import { assert } from '@adagia/shared/assert';
import { html, raw } from 'hono/html';

/** What the mailer takes, whoever wrote it. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
  /** Beyond From, To and Subject, such as `List-Unsubscribe`. */
  headers?: Record<string, string>;
}

export interface LetterParts {
  /** BCP 47, of the words. */
  language: string;
  subject: string;
  paragraphs: readonly string[];
  /** One thing to do. The address is shown in full too: some programs make no link of the button. */
  action?: { label: string; url: string };
  /** Small print below. */
  closing?: readonly string[];
  /** Where this installation is: an address of it at the end of a line is a link, one that people put into a title is not. */
  ownUrl?: string;
  headers?: Record<string, string>;
}

/** Letters of a subject: what is longer is cut by every mail program, and a title may have thousands. */
const SUBJECT_MAX = 150;

/**
 * What people named, within a sentence or a header of ours: no line break, and nothing that turns the line around, which would take
 * our words and the addresses behind them along.
 */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Bidi_Control}\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

function shortened(subject: string): string {
  const line = Array.from(oneLine(subject));
  return line.length <= SUBJECT_MAX ? line.join('') : `${line.slice(0, SUBJECT_MAX - 1).join('')}…`;
}

export function composeLetter(parts: LetterParts): Letter {
  const { subject, paragraphs, action, closing = [], headers } = parts;
  const text = [...paragraphs, ...(action ? [`${action.label}:\n${action.url}`] : []), ...closing].join('\n\n');
  return {
    subject: shortened(subject),
    text: `${text}\n`,
    html: htmlOf({ ...parts, closing, subject: shortened(subject) }),
    ...(headers && { headers }),
  };
}

/** Some mail programs make links of addresses, and some do not. */
function linked(line: string, ownUrl: string | undefined) {
  const at = ownUrl ? line.search(/https?:\/\/\S+$/) : -1;
  const url = at < 0 ? '' : line.slice(at);
  if (!url.startsWith(`${ownUrl}/`)) return line;
  return html`${line.slice(0, at)}<a href="${url}" style="word-break:break-all">${url}</a>`;
}

/** Lines of a paragraph stay lines. */
const linesOf = (text: string, ownUrl: string | undefined) =>
  text.split('\n').map((line, index) => html`${index > 0 ? raw('<br>') : ''}${linked(line, ownUrl)}`);

// Styles stand at the elements: mail programs throw style sheets away. Colours that hold in their dark looks too.
function htmlOf({ language, subject, paragraphs, action, closing = [], ownUrl }: LetterParts): string {
  const button = action
    ? html`<p style="margin:24px 0"><a href="${action.url}" style="display:inline-block;background:#31508f;color:#ffffff;padding:12px 20px;border-radius:8px;text-decoration:none;font-weight:bold">${action.label}</a></p>
<p style="font-size:13px;color:#5b6472;word-break:break-all">${action.url}</p>`
    : '';
  const page = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>
<body style="margin:0;padding:24px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:560px;margin:0 auto">
${paragraphs.map((paragraph) => html`<p>${linesOf(paragraph, ownUrl)}</p>`)}${button}
${closing.map((line) => html`<p style="font-size:13px;color:#5b6472">${linesOf(line, ownUrl)}</p>`)}
</div></body></html>
`;
  assert(!(page instanceof Promise), 'no part of a mail is a promise');
  // An object that carries a string, which neither a database nor a mail program takes for one.
  return page.toString();
}
