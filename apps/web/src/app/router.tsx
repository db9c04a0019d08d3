import type { ReactNode } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { Frame } from './frame.js';
import { HomePage } from './home-page.js';
import { Layout } from './layout.js';
import { NotFoundPage } from './not-found-page.js';
import { innerPages, outerPages } from './pages.js';

/**
 * Addresses are part of what people send each other: French, short, and holding all state. Declared rather than built as a
 * data router: what the page reads is kept by react-query, and the other half of the router would weigh 15 kB for nothing.
 */
export function Router(): ReactNode {
  return (
    <BrowserRouter>
      <Routes>
        <Route element={<Frame />}>
          <Route path="/" element={<HomePage />} />
          {outerPages.map(({ path, element }) => <Route key={path} path={path} element={element} />)}
          <Route path="/o/:slug" element={<Layout />}>
            {innerPages.map(({ path, element }) => (path === '' ? <Route key="overview" index element={element} /> : <Route key={path} path={path} element={element} />))}
            <Route path="*" element={<NotFoundPage />} />
          </Route>
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </BrowserRouter>
  );
}
