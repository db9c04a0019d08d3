import type { ReactNode } from 'react';
import { encode } from 'uqr';

/** An address as a picture that a camera reads: dark on light in both themes, with the margin that readers need. */
export function QrPicture({ text, label }: { text: string; label: string }): ReactNode {
  const { data, size } = encode(text, { border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : []))).join('');
  return (
    <svg className="qr-picture" viewBox={`0 0 ${String(size)} ${String(size)}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="white" /><path d={path} fill="black" />
    </svg>
  );
}
