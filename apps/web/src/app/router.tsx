import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { fetchPart } from '../api/fetch-part.js';
import { WholeLanguage } from '../locales/translation.js';
import { LoadingState } from '../ui/states.js';
import { Frame } from './frame.js';
import { HomePage } from './home-page.js';
import { Layout } from './layout.js';
import { NotFoundPage } from './not-found-page.js';

/** A page whose script is fetched when somebody goes there. */
function laterPage(fetchPage: () => Promise<ComponentType>): ReactNode {
  const Page = lazy(async () => ({ default: await fetchPart(fetchPage) }));
  return <Suspense fallback={<LoadingState />}><Page /></Suspense>;
}

/** The same, for a page whose sentences come with it. */
function wordyPage(fetchPage: () => Promise<ComponentType>): ReactNode {
  const Page = lazy(async () => ({ default: await fetchPart(fetchPage) }));
  return <Suspense fallback={<LoadingState />}><WholeLanguage><Page /></WholeLanguage></Suspense>;
}

const fetchOverview = async (): Promise<ComponentType> => (await import('../features/overview/overview-page.js')).OverviewPage;
// Whoever comes for it does not wait for it after having waited for who they are; signing in is not charged with it.
if (/^\/(o\/[^/]+\/?)?$/u.test(location.pathname)) void fetchOverview();
const overview = laterPage(fetchOverview);
const signIn = laterPage(async () => (await import('../features/account/sign-in-page.js')).SignInPage);
const firstRun = wordyPage(async () => (await import('../features/account/first-run-page.js')).FirstRunPage);
const firstSteps = wordyPage(async () => (await import('../features/account/first-steps-page.js')).FirstStepsPage);
const report = wordyPage(async () => (await import('../features/monthly-report/monthly-report-page.js')).MonthlyReportPage);
const review = wordyPage(async () => (await import('../features/review/review-page.js')).ReviewPage);
const data = wordyPage(async () => (await import('../features/data/data-page.js')).DataPage);
const effort = wordyPage(async () => (await import('../features/effort/effort-page.js')).EffortPage);
const importStart = wordyPage(async () => (await import('../features/data/import-start-page.js')).ImportStartPage);
const oneImport = wordyPage(async () => (await import('../features/data/import-page.js')).ImportPage);
const channel = wordyPage(async () => (await import('../features/data/channel-page.js')).ChannelPage);
const connect = wordyPage(async () => (await import('../features/connect/connect-page.js')).ConnectPage);
const connection = wordyPage(async () => (await import('../features/connect/connection-page.js')).ConnectionPage);
const networks = wordyPage(async () => (await import('../features/connect/networks-page.js')).NetworksPage);
const posts = wordyPage(async () => (await import('../features/posts/posts-page.js')).PostsPage);
const post = wordyPage(async () => (await import('../features/posts/post-page.js')).PostPage);
const channels = wordyPage(async () => (await import('../features/channels/channels-page.js')).ChannelsPage);
const sharing = wordyPage(async () => (await import('../features/sharing/sharing-page.js')).SharingPage);
const timing = wordyPage(async () => (await import('../features/timing/timing-page.js')).TimingPage);
const plan = wordyPage(async () => (await import('../features/plan/plan-page.js')).PlanPage);
const glossary = wordyPage(async () => (await import('../features/glossary/glossary-page.js')).GlossaryPage);
const search = wordyPage(async () => (await import('../features/search/search-page.js')).SearchPage);
const writtenPlan = wordyPage(async () => (await import('../features/written-plan/written-plan-page.js')).WrittenPlanPage);
const more = laterPage(async () => (await import('./more-page.js')).MorePage);
const themes = wordyPage(async () => (await import('../features/posts/themes-page.js')).ThemesPage);
const settings = laterPage(async () => (await import('../features/settings/settings-page.js')).SettingsPage);

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
          <Route path="/connexion" element={signIn} />
          <Route path="/bienvenue" element={firstRun} />
          <Route path="/o/:slug" element={<Layout />}>
            <Route index element={overview} />
            <Route path="rapport" element={report} />
            <Route path="rapport/revue" element={review} />
            <Route path="premiers-pas" element={firstSteps} />
            <Route path="publications" element={posts} />
            <Route path="publications/themes" element={themes} />
            <Route path="publications/:postId" element={post} />
            <Route path="canaux" element={channels} />
            <Route path="jours-et-heures" element={timing} />
            <Route path="partages" element={sharing} />
            <Route path="plan" element={plan} />
            <Route path="plan/ecrit" element={writtenPlan} />
            <Route path="donnees" element={data} />
            <Route path="donnees/heures" element={effort} />
            <Route path="donnees/importer" element={importStart} />
            <Route path="donnees/imports/:importId" element={oneImport} />
            <Route path="donnees/canaux/:channelId" element={channel} />
            <Route path="donnees/connecter" element={connect} />
            <Route path="donnees/connexions/:connectionId" element={connection} />
            <Route path="donnees/reseaux" element={networks} />
            <Route path="chercher" element={search} />
            <Route path="mots" element={glossary} />
            <Route path="plus" element={more} />
            <Route path="reglages" element={settings} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </BrowserRouter>
  );
}
