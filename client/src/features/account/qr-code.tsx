// A QR code as one path of an SVG, drawn here: its content is a secret, and the page's policy lets nothing be fetched for it.
import { useMemo } from 'react';
import { encode } from 'uqr';

/** Cells around it, as the standard asks for. */
const QUIET = 4;

export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size: cells } = encode(text, { border: QUIET, ecc: 'M' });
    const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: cells, path: squares.join('') };
  }, [text]);
  return (
    // Dark on light in the dark look too: some cameras read it no other way round.
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width={200}
      height={200}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" rx={1} />
      <path d={path} fill="#000" />
    </svg>
  );
}
