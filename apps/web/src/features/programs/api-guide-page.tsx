import { addDays, apiCalls, type ApiCall, may } from '@portee/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { BackLink } from '../../ui/back-link.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { Table } from '../../ui/table.js';
import { CodeSample } from './code-sample.js';
import './programs.css';

const facts = ['null', 'rates', 'dates', 'cursor', 'limits', 'closed'] as const;
const refusals = [
  { status: 401, reason: 'not-signed-in' }, { status: 401, reason: 'token-expired' }, { status: 403, reason: 'scope-too-small' }, { status: 404, reason: 'organisation-not-found' },
  { status: 409, reason: 'changed-meanwhile' }, { status: 422, reason: 'invalid-input' }, { status: 503, reason: 'unavailable' },
] as const;

/** How to read one's figures from a program, and hand some in. The calls are those that the tests run. */
export function ApiGuidePage(): ReactNode {
  const { t } = useTranslation();
  const { slug, name, role } = useCurrentOrganisation();
  useDocumentTitle(t('apiGuide.title'), name);
  return (
    <div className="api-guide">
      <BackLink to={`/o/${slug}/reglages`}>{t('settings.title')}</BackLink>
      <div className="page-title"><PageHeading>{t('apiGuide.title')}</PageHeading><p>{t('apiGuide.text')}</p></div>
      <section className="section" aria-labelledby="guide-key">
        <header><h2 id="guide-key">{t('apiGuide.key')}</h2><p>{t('apiGuide.key.text')}</p></header>
        <p>{may(role, 'manageTokens') ? <Link to={`/o/${slug}/reglages/jetons`}>{t('apiGuide.key.go')}</Link> : t('tokens.others')}</p>
      </section>
      <Calls />
      <Facts />
      <Refusals />
      <section className="section" aria-labelledby="guide-document">
        <header><h2 id="guide-document">{t('apiGuide.document')}</h2><p>{t('apiGuide.document.text')}</p></header>
        <p><a href="/api/openapi.json">{t('apiGuide.document.go')}</a></p>
      </section>
    </div>
  );
}

function Calls(): ReactNode {
  const { t } = useTranslation();
  const { slug, today } = useCurrentOrganisation();
  const calls = apiCalls({ url: location.origin, slug, from: `${addDays(today, -365).slice(0, 7)}-01`, to: today });
  const sample = (call: ApiCall): ReactNode => <CodeSample label={t(`apiGuide.call.${call}`)} text={calls[call]} />;
  return (
    <>
      <section className="section" aria-labelledby="guide-first">
        <header><h2 id="guide-first">{t('apiGuide.first')}</h2><p>{t('apiGuide.first.text')}</p></header>
        {sample('first')}
        <p>{t('apiGuide.reach.text')}</p>
        {sample('reach')}
      </section>
      <section className="section" aria-labelledby="guide-sheet">
        <header><h2 id="guide-sheet">{t('apiGuide.sheet')}</h2><p>{t('apiGuide.sheet.text')}</p></header>
        {sample('spreadsheet')}
        <p>{t('apiGuide.sheet.file')}</p>
        {sample('csv')}
      </section>
      <section className="section" aria-labelledby="guide-python">
        <header><h2 id="guide-python">{t('apiGuide.python')}</h2><p>{t('apiGuide.python.text')}</p></header>
        {sample('posts')}
      </section>
      <section className="section" aria-labelledby="guide-file">
        <header><h2 id="guide-file">{t('apiGuide.file')}</h2><p>{t('apiGuide.file.text')}</p></header>
        {sample('file')}
      </section>
      <section className="section" aria-labelledby="guide-signals">
        <header><h2 id="guide-signals">{t('apiGuide.signals')}</h2><p>{t('apiGuide.signals.text')}</p></header>
        {sample('signature')}
      </section>
    </>
  );
}

function Facts(): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="section" aria-labelledby="guide-facts">
      <header><h2 id="guide-facts">{t('apiGuide.facts')}</h2></header>
      <dl>{facts.map((fact) => <div key={fact}><dt>{t(`apiGuide.fact.${fact}`)}</dt><dd>{t(`apiGuide.fact.${fact}.text`)}</dd></div>)}</dl>
    </section>
  );
}

function Refusals(): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="section" aria-labelledby="guide-refusals">
      <header><h2 id="guide-refusals">{t('apiGuide.refusals')}</h2><p>{t('apiGuide.refusals.text')}</p></header>
      <Table
        caption={t('apiGuide.refusals')} isCaptionHidden rows={refusals} keyOf={({ reason }) => reason} narrow="stack"
        columns={[
          { key: 'reason', title: t('apiGuide.refusals.reason'), isHeading: true, cell: ({ reason }) => <code>{reason}</code> },
          { key: 'status', title: t('apiGuide.refusals.status'), cell: ({ status }) => String(status) },
          { key: 'cure', title: t('apiGuide.refusals.cure'), cell: ({ reason }) => t(`apiGuide.refusal.${reason}`) },
        ]}
      />
    </section>
  );
}
