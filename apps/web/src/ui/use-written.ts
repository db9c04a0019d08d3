import { useState } from 'react';

/** What somebody is writing; it starts anew when the address changes by itself, going back for example, and keeps focus. */
export function useWritten<Written>(source: string, first: Written): [Written, (written: Written) => void] {
  const [{ seen, written }, setState] = useState({ seen: source, written: first });
  if (seen !== source) setState({ seen: source, written: first });
  return [written, (changed) => { setState({ seen: source, written: changed }); }];
}
