import type { ReactNode } from 'react';
import { Mark } from './mark.js';
import './lone-page.css';

/** A page outside any organisation: the sign above, the content below. */
export function LonePage({ children }: { children: ReactNode }): ReactNode {
  return (
    <div className="lone-page">
      <header><Mark to="/" /></header>
      <main id="contenu">{children}</main>
    </div>
  );
}
