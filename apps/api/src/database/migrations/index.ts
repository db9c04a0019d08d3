import { CreateOrganisations1795392000000 } from './1795392000000-create-organisations.js';
import { CreatePeople1795392060000 } from './1795392060000-create-people.js';
import { CreateChannels1795392120000 } from './1795392120000-create-channels.js';
import { CreatePosts1795392180000 } from './1795392180000-create-posts.js';
import { CreateRollups1795392240000 } from './1795392240000-create-rollups.js';
import { CreateImports1795392300000 } from './1795392300000-create-imports.js';
import { CreateCredentials1795520400000 } from './1795520400000-create-credentials.js';
import { CreateCollection1795520460000 } from './1795520460000-create-collection.js';
import { CountTriesOfRuns1795546800000 } from './1795546800000-count-tries-of-runs.js';
import { CreateThemes1795910400000 } from './1795910400000-create-themes.js';
import { CreateAnalysisSettings1795910460000 } from './1795910460000-create-analysis-settings.js';
import { CreateEffort1795910520000 } from './1795910520000-create-effort.js';
import { CreateAdvice1795910580000 } from './1795910580000-create-advice.js';
import { PlanAlikeForOrganisations1795914000000 } from './1795914000000-plan-alike-for-organisations.js';
import { IndexToldThemes1795914060000 } from './1795914060000-index-told-themes.js';
import { DateComparisons1795917600000 } from './1795917600000-date-comparisons.js';
import { IndexChannelFreshness1795982400000 } from './1795982400000-index-channel-freshness.js';
import { CreatePlanCalendar1795986600000 } from './1795986600000-create-plan-calendar.js';
import { CreatePlanLines1795990200000 } from './1795990200000-create-plan-lines.js';
import { CreateExperiments1795993800000 } from './1795993800000-create-experiments.js';
import { CreateMonthReview1795995600000 } from './1795995600000-create-month-review.js';
import { CreatePostLinks1795997400000 } from './1795997400000-create-post-links.js';
import { CreateObjectives1795999200000 } from './1795999200000-create-objectives.js';
import { CreateWrittenPlan1796011200000 } from './1796011200000-create-written-plan.js';
import { CreateAgenda1796012378000 } from './1796012378000-create-agenda.js';
import { TiePlanLines1796014800000 } from './1796014800000-tie-plan-lines.js';
import { CreateInvitations1796056800000 } from './1796056800000-create-invitations.js';
import { CreateAudit1796060400000 } from './1796060400000-create-audit.js';
import { CreateSecondFactor1796064000000 } from './1796064000000-create-second-factor.js';
import { CreateMail1796070000000 } from './1796070000000-create-mail.js';
import { CreateAccountLinks1796070060000 } from './1796070060000-create-account-links.js';
import { CreateReportMailing1796070120000 } from './1796070120000-create-report-mailing.js';
import { CreateReportLinks1796074000000 } from './1796074000000-create-report-links.js';
import { CreateHosts1796075000000 } from './1796075000000-create-hosts.js';
import { ScopeApiTokens1796078000000 } from './1796078000000-scope-api-tokens.js';
import { CreateWebhooks1796078600000 } from './1796078600000-create-webhooks.js';
import { DeleteForGood1796084000000 } from './1796084000000-delete-for-good.js';
import { KeepForSoLong1796084060000 } from './1796084060000-keep-for-so-long.js';
import { CreateDirectoryLinks1796086000000 } from './1796086000000-create-directory-links.js';
import { CompareCentres1796090000000 } from './1796090000000-compare-centres.js';
import { AddTimeZoneOfPeople1796087000000 } from './1796087000000-add-time-zone-of-people.js';
import { CreateSignInTries1796094000000 } from './1796094000000-create-sign-in-tries.js';

/** Every migration, oldest first. A migration that has landed is never edited. */
export const migrations = [
  CreateOrganisations1795392000000,
  CreatePeople1795392060000,
  CreateChannels1795392120000,
  CreatePosts1795392180000,
  CreateRollups1795392240000,
  CreateImports1795392300000,
  CreateCredentials1795520400000,
  CreateCollection1795520460000,
  CountTriesOfRuns1795546800000,
  CreateThemes1795910400000,
  CreateAnalysisSettings1795910460000,
  CreateEffort1795910520000,
  CreateAdvice1795910580000,
  PlanAlikeForOrganisations1795914000000,
  IndexToldThemes1795914060000,
  DateComparisons1795917600000,
  IndexChannelFreshness1795982400000,
  CreatePlanCalendar1795986600000,
  CreatePlanLines1795990200000,
  CreateExperiments1795993800000,
  CreateMonthReview1795995600000,
  CreatePostLinks1795997400000,
  CreateObjectives1795999200000,
  CreateWrittenPlan1796011200000,
  CreateAgenda1796012378000,
  TiePlanLines1796014800000,
  CreateInvitations1796056800000,
  CreateAudit1796060400000,
  CreateSecondFactor1796064000000,
  CreateMail1796070000000,
  CreateAccountLinks1796070060000,
  CreateReportMailing1796070120000,
  CreateReportLinks1796074000000,
  CreateHosts1796075000000,
  ScopeApiTokens1796078000000,
  CreateWebhooks1796078600000,
  DeleteForGood1796084000000,
  KeepForSoLong1796084060000,
  CreateDirectoryLinks1796086000000,
  CompareCentres1796090000000,
  AddTimeZoneOfPeople1796087000000,
  CreateSignInTries1796094000000,
];
