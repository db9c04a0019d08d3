import { startTransition, useEffect, useState, type ReactNode } from 'react';

/**
 * What stands below what is looked at first: drawn once that is on screen, and in small steps, so that the first comes sooner and a phone
 * answers to a finger meanwhile. From then on it changes with the page.
 */
export function Below({ children }: { children: ReactNode }): ReactNode {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => { startTransition(() => { setDrawn(true); }); }, []);
  return isDrawn ? children : <div className="loading" hidden />;
}
