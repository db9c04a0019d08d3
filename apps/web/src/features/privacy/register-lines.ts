import type { ProcessingRegister } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';
import { sayMonths } from './say-months.js';

interface Line { term: string; lines: string[] }

interface Saying {
  translation: Translation;
  networkName: (network: string) => string;
}

/** What article 30 (1) asks for, point by point, in its order. */
export function registerLines(register: ProcessingRegister, { translation, networkName }: Saying): Line[] {
  const { t } = translation;
  const { fields, retention, people, networks } = register;
  const orMissing = (told: string): string => told || t('register.missing');
  const count = people.roles.reduce((sum, role) => sum + role.count, 0);
  const kept = (['texts', 'figures', 'imports', 'journal'] as const).map((kind) => t('register.kept', { what: t(`retention.${kind}`), time: sayMonths(retention[kind], translation) }));
  return [
    { term: t('register.a.who'), lines: [orMissing(fields.controller), t('register.a.contact', { contact: orMissing(fields.contact) }), t('register.a.officer', { officer: fields.officer || t('register.a.noOfficer') })] },
    { term: t('register.b.purposes'), lines: [t('register.b.measure'), t('register.b.accounts'), t('register.b.journal')] },
    { term: t('register.basis'), lines: [t('register.basis.text')] },
    { term: t('register.c.people'), lines: [t('register.c.team', { count }), ...(register.hasAuthorRoles ? [t('register.c.authors')] : [])] },
    { term: t('register.c.data'), lines: [t('register.c.account'), t('register.c.devices'), t('register.c.cookies'), t('register.c.journal'), t('register.c.posts')] },
    { term: t('register.never'), lines: [t('privacy.never')] },
    { term: t('register.d.recipients'), lines: [t('register.d.team'), orProcessor(register, t), ...(networks.length > 0 ? [t('register.d.networks', { networks: networks.map(({ network }) => networkName(network)).join(', ') })] : []), t(register.hasMail ? 'register.d.mail' : 'register.d.noMail'), t('register.d.programs'), t('register.d.directory')] },
    { term: t('register.e.transfers'), lines: [t(networks.length > 0 ? 'register.e.networks' : 'register.e.none')] },
    { term: t('register.f.kept'), lines: [...kept, t('register.f.accounts'), t('register.f.mails')] },
    { term: t('register.g.security'), lines: [t('register.g.measures'), t('register.g.factor', { count: people.withSecondFactor, all: count }), t(register.isEncryptedInTransit ? 'register.g.https' : 'register.g.noHttps'), t(register.hasOwnServer ? 'register.g.server' : 'register.g.embedded')] },
  ];
}

function orProcessor({ fields }: ProcessingRegister, t: Translation['t']): string {
  return fields.processor === '' ? t('register.d.own') : t('register.d.processor', { processor: fields.processor });
}
