import { useState } from 'react';

/** Copying a text. Where browsers have no clipboard (an installation reached without https) or forbid it, `otherwise` makes it easy by hand. */
export function useCopy(text: string, otherwise: () => void): { isCopied: boolean; copy: () => void } {
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    if (!('clipboard' in navigator)) otherwise();
    else navigator.clipboard.writeText(text).then(() => { setCopied(true); }, otherwise);
  };
  return { isCopied, copy };
}
