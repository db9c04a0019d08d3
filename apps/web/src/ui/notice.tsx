import type { ReactNode } from 'react';
import './notice.css';

/** A remark on the page: something to know, nothing broken. `isLive` says it aloud when it appears. */
export function Notice({ children, isLive = false }: { children: ReactNode; isLive?: boolean }): ReactNode {
  return <div className="notice" {...(isLive ? { role: 'status' } : {})}>{children}</div>;
}
