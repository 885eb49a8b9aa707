// A short fingerprint of an answer's text: the tick "carried over" holds while it is the same. Not for security.

/** FNV-1a over UTF-16 code units, twice with different seeds: 64 bits as 16 hexadecimal digits. */
export function hashText(text: string): string {
  return half(text, 0x811c9dc5) + half(text, 0x9747b28c);
}

function half(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
