// What a file is called, from what its sender says: no path, nothing invisible, nothing that turns a line around or that a file
// system would take for something else. It is shown and offered for downloading; on this server's disk files have other names.
import { cleanName } from '@adagia/shared/api/person-name';

/** Bytes that common file systems allow are 255; names are cut well before, the extension is kept. */
const NAME_MAX = 120;

export function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = cleanName(last)
    .replaceAll(/[\p{Cc}<>:"|?*]/gu, '_')
    .replace(/^\.+/, '')
    .trim();
  const [, stem = clean, extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/su.exec(clean) ?? [];
  const cut = Array.from(stem).slice(0, NAME_MAX).join('').trim();
  return `${cut || 'document'}${extension}`;
}

/** For `Content-Disposition`: in plain letters for old programs, and as it is for the others (RFC 6266). */
export function dispositionOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '_')
    .replaceAll(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
