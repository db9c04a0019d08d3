import { createBrowserRouter } from 'react-router';
import { BrokenPage } from './broken-page.js';
import { Frame } from './frame.js';
import { HomePage } from './home-page.js';
import { Layout } from './layout.js';
import { NotFoundPage } from './not-found-page.js';

/** Addresses are part of what people send each other: French, short, and holding all state. */
export const router = createBrowserRouter([
  {
    element: <Frame />,
    errorElement: <BrokenPage />,
    children: [
      { path: '/', element: <HomePage /> },
      { path: '/connexion', lazy: async () => ({ Component: (await import('../features/account/sign-in-page.js')).SignInPage }) },
      { path: '/bienvenue', lazy: async () => ({ Component: (await import('../features/account/first-run-page.js')).FirstRunPage }) },
      {
        path: '/o/:slug',
        element: <Layout />,
        children: [
          {
            errorElement: <BrokenPage />,
            children: [
              { index: true, lazy: async () => ({ Component: (await import('../features/overview/overview-page.js')).OverviewPage }) },
              { path: 'rapport', lazy: async () => ({ Component: (await import('../features/monthly-report/monthly-report-page.js')).MonthlyReportPage }) },
              { path: 'premiers-pas', lazy: async () => ({ Component: (await import('../features/account/first-steps-page.js')).FirstStepsPage }) },
              { path: 'reglages', lazy: async () => ({ Component: (await import('../features/settings/settings-page.js')).SettingsPage }) },
              { path: '*', element: <NotFoundPage /> },
            ],
          },
        ],
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);
