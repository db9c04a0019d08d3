import { laterPage, wordyPage, type LaterPage } from './later-page.js';

/** For whoever is not signed in yet. */
export const outerPages: readonly LaterPage[] = [
  laterPage('/connexion', async () => (await import('../features/account/sign-in-page.js')).SignInPage),
  wordyPage('/connexion/annuaire', async () => (await import('../features/account/directory-page.js')).DirectoryPage),
  wordyPage('/invitation', async () => (await import('../features/account/invitation-page.js')).InvitationPage),
  wordyPage('/mot-de-passe', async () => (await import('../features/account/forgotten-password-page.js')).ForgottenPasswordPage),
  wordyPage('/adresse', async () => (await import('../features/account/confirm-address-page.js')).ConfirmAddressPage),
  wordyPage('/bienvenue', async () => (await import('../features/account/first-run-page.js')).FirstRunPage),
];

/** Under `/o/:slug`. The first is what stands at that very address. */
export const innerPages: readonly LaterPage[] = [
  laterPage('', async () => (await import('../features/overview/overview-page.js')).OverviewPage),
  wordyPage('ma-semaine', async () => (await import('../features/my-week/my-week-page.js')).MyWeekPage),
  wordyPage('rapport', async () => (await import('../features/monthly-report/monthly-report-page.js')).MonthlyReportPage),
  wordyPage('rapport/liens', async () => (await import('../features/report-links/report-links-page.js')).ReportLinksPage),
  wordyPage('rapport/revue', async () => (await import('../features/review/review-page.js')).ReviewPage),
  wordyPage('premiers-pas', async () => (await import('../features/account/first-steps-page.js')).FirstStepsPage),
  wordyPage('publications', async () => (await import('../features/posts/posts-page.js')).PostsPage),
  wordyPage('publications/themes', async () => (await import('../features/posts/themes-page.js')).ThemesPage),
  wordyPage('publications/:postId', async () => (await import('../features/posts/post-page.js')).PostPage),
  wordyPage('canaux', async () => (await import('../features/channels/channels-page.js')).ChannelsPage),
  wordyPage('jours-et-heures', async () => (await import('../features/timing/timing-page.js')).TimingPage),
  wordyPage('partages', async () => (await import('../features/sharing/sharing-page.js')).SharingPage),
  wordyPage('plan', async () => (await import('../features/plan/plan-page.js')).PlanPage),
  wordyPage('plan/ecrit', async () => (await import('../features/written-plan/written-plan-page.js')).WrittenPlanPage),
  wordyPage('donnees', async () => (await import('../features/data/data-page.js')).DataPage),
  wordyPage('donnees/heures', async () => (await import('../features/effort/effort-page.js')).EffortPage),
  wordyPage('donnees/importer', async () => (await import('../features/data/import-start-page.js')).ImportStartPage),
  wordyPage('donnees/imports/:importId', async () => (await import('../features/data/import-page.js')).ImportPage),
  wordyPage('donnees/canaux/:channelId', async () => (await import('../features/data/channel-page.js')).ChannelPage),
  wordyPage('donnees/connecter', async () => (await import('../features/connect/connect-page.js')).ConnectPage),
  wordyPage('donnees/connexions/:connectionId', async () => (await import('../features/connect/connection-page.js')).ConnectionPage),
  wordyPage('donnees/reseaux', async () => (await import('../features/connect/networks-page.js')).NetworksPage),
  wordyPage('chercher', async () => (await import('../features/search/search-page.js')).SearchPage),
  wordyPage('mots', async () => (await import('../features/glossary/glossary-page.js')).GlossaryPage),
  laterPage('plus', async () => (await import('./more-page.js')).MorePage),
  wordyPage('reglages/compte', async () => (await import('../features/my-account/my-account-page.js')).MyAccountPage),
  wordyPage('reglages/journal', async () => (await import('../features/journal/journal-page.js')).JournalPage),
  wordyPage('reglages/confidentialite', async () => (await import('../features/privacy/privacy-page.js')).PrivacyPage),
  wordyPage('reglages/personnes', async () => (await import('../features/people/people-page.js')).PeoplePage),
  wordyPage('reglages/jetons', async () => (await import('../features/programs/tokens-page.js')).TokensPage),
  wordyPage('reglages/jetons/api', async () => (await import('../features/programs/api-guide-page.js')).ApiGuidePage),
  wordyPage('reglages/signaux', async () => (await import('../features/programs/webhooks-page.js')).WebhooksPage),
  laterPage('reglages', async () => (await import('../features/settings/settings-page.js')).SettingsPage),
];
