import type { Catalogue } from '../catalogue.js';
import { accountLinks } from './account-links.js';
import { advice } from './advice.js';
import { agenda } from './agenda.js';
import { analysis } from './analysis.js';
import { apiGuide } from './api-guide.js';
import { calendar } from './calendar.js';
import { channels } from './channels.js';
import { collections } from './collections.js';
import { comparison } from './comparison.js';
import { connect } from './connect.js';
import { data } from './data.js';
import { directory } from './directory.js';
import { effort } from './effort.js';
import { experiments } from './experiments.js';
import { firstRun } from './first-run.js';
import { firstWeek } from './first-week.js';
import { glossary } from './glossary.js';
import { help } from './help.js';
import { hosting } from './hosting.js';
import { imports } from './imports.js';
import { installation } from './installation.js';
import { journal } from './journal.js';
import { kept } from './kept.js';
import { mailing } from './mailing.js';
import { myAccount } from './my-account.js';
import { outcome } from './outcome.js';
import { people } from './people.js';
import { pieces } from './pieces.js';
import { plan } from './plan.js';
import { posts } from './posts.js';
import { privacy } from './privacy.js';
import { report } from './report.js';
import { review } from './review.js';
import { search } from './search.js';
import { settings } from './settings.js';
import { sharing } from './sharing.js';
import { start } from './start.js';
import { themes } from './themes.js';
import { timing } from './timing.js';
import { everything } from './export.js';
import { tokens } from './tokens.js';
import { webhooks } from './webhooks.js';
import { week } from './week.js';
import { writtenPlan } from './written-plan.js';

/** Every sentence in English: complete, the compiler says so. */
export const en: Catalogue = {
  ...start,
  ...accountLinks,
  ...advice,
  ...agenda,
  ...analysis,
  ...apiGuide,
  ...calendar,
  ...channels,
  ...collections,
  ...connect,
  ...data,
  ...directory,
  ...effort,
  ...experiments,
  ...firstRun,
  ...firstWeek,
  ...glossary,
  ...help,
  ...hosting,
  ...imports,
  ...installation,
  ...journal,
  ...kept,
  ...mailing,
  ...myAccount,
  ...outcome,
  ...people,
  ...pieces,
  ...plan,
  ...posts,
  ...comparison,
  ...privacy,
  ...report,
  ...review,
  ...search,
  ...settings,
  ...sharing,
  ...themes,
  ...timing,
  ...everything,
  ...tokens,
  ...webhooks,
  ...week,
  ...writtenPlan,
};
