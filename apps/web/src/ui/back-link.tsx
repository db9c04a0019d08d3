import type { ReactNode } from 'react';
import { Link } from 'react-router';
import './back-link.css';

/** Above a page's title: the page it belongs to. */
export function BackLink({ to, children }: { to: string; children: ReactNode }): ReactNode {
  return <p className="back no-print"><Link to={to}>{children}</Link></p>;
}
