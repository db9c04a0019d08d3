import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useTranslation } from '../locales/translation.js';

/** Names the page for the tab, the history and screen readers: « Publications · Le centre · Portée ». */
export function useDocumentTitle(title: string, place?: string): void {
  const { t } = useTranslation();
  const name = t('app.name');
  useEffect(() => {
    document.title = [title, place, name].filter((part) => part !== undefined && part !== '').join(' · ');
  }, [title, place, name]);
}

/** The page whose heading was last given focus: the first one of a visit is left alone. */
let lastPath: string | null = null;

/**
 * The page's one `h1`. After a change of page it takes focus, so that a screen reader says where one is and Tab goes on from
 * here; a change of month or sort leaves focus where it was.
 */
export function PageHeading({ children, className }: { children: ReactNode; className?: string }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    if (lastPath !== null && lastPath !== pathname) {
      heading.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    lastPath = pathname;
  }, [pathname]);
  return <h1 ref={heading} tabIndex={-1} className={className}>{children}</h1>;
}
