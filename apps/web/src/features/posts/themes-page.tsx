import { may, type Theme } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { BackLink } from '../../ui/back-link.js';
import { Button } from '../../ui/button.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { Table, type Column } from '../../ui/table.js';
import { RemoveTheme } from './remove-theme.js';
import { ThemeDialog } from './theme-dialog.js';
import { useThemes } from '../../api/themes.queries.js';
import './posts.css';

/** Every theme, with its words and how many posts have it; made, changed and deleted here. */
export function ThemesPage(): ReactNode {
  const { t } = useTranslation();
  const { name } = useCurrentOrganisation();
  useDocumentTitle(t('themes.title'), name);
  return <QueryView query={useThemes()}>{(themes) => <Themes themes={themes} />}</QueryView>;
}

/** What is being edited; `null` is a theme to be made. */
type Edited = { theme: Theme | null } | null;

function Themes({ themes }: { themes: readonly Theme[] }): ReactNode {
  const { t } = useTranslation();
  const { role } = useCurrentOrganisation();
  const [edited, edit] = useState<Edited>(null);
  const mayMake = may(role, 'tagPosts');
  const make = mayMake && <Button kind="act" onClick={() => { edit({ theme: null }); }}>{t('themes.make')}</Button>;
  return (
    <>
      {themes.length === 0
        ? <EmptyState heading={<PageHeading>{t('themes.heading.none')}</PageHeading>} action={make}>{t('themes.none.text')}</EmptyState>
        : (
          <>
            <div className="page-title">
              <BackToPosts />
              <PageHeading>{t('themes.heading', { count: themes.length })}</PageHeading>
              <p>{t('themes.explained')}</p>
            </div>
            <div className="themes-tools">{make}</div>
            <ThemeTable themes={themes} onEdit={(theme) => { edit({ theme }); }} />
          </>
        )}
      <ThemeDialog edited={edited} onClose={() => { edit(null); }} />
    </>
  );
}

function BackToPosts(): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  return <BackLink to={`/o/${slug}/publications`}>{t('post.back')}</BackLink>;
}

function ThemeTable({ themes, onEdit }: { themes: readonly Theme[]; onEdit: (theme: Theme) => void }): ReactNode {
  const { t } = useTranslation();
  const { role } = useCurrentOrganisation();
  const mayManage = may(role, 'manageThemes');
  const columns: Column<Theme>[] = [
    { key: 'name', title: t('themes.theme'), isHeading: true, cell: ({ name }) => <span className="theme-name">{name}</span> },
    { key: 'words', title: t('themes.words'), cell: (theme) => <Words theme={theme} /> },
    { key: 'posts', title: t('themes.posts'), align: 'end', cell: (theme) => <PostCount theme={theme} /> },
    ...(mayManage ? [{ key: 'acts', title: t('themes.acts'), isTitleHidden: true, cell: (theme: Theme) => <Acts theme={theme} onEdit={() => { onEdit(theme); }} /> }] : []),
  ];
  return <Table caption={t('themes.title')} isCaptionHidden narrow="stack" columns={columns} rows={themes} keyOf={({ id, name }) => id ?? name} />;
}

function Words({ theme: { id, words } }: { theme: Theme }): ReactNode {
  const { t } = useTranslation();
  if (id === null) return <span className="quiet">{t('themes.fromFiles')}</span>;
  if (words.length === 0) return <span className="quiet">{t('themes.byHandOnly')}</span>;
  return <span className="theme-words">{words.join(', ')}</span>;
}

/** Leads to these posts; a theme that only files tell of has no list yet. */
function PostCount({ theme: { id, posts, name } }: { theme: Theme }): ReactNode {
  const { t, write } = useTranslation();
  const { slug } = useCurrentOrganisation();
  if (id === null || posts === 0) return write.number(posts);
  return <Link to={`/o/${slug}/publications?theme=${id}`} aria-label={t('themes.posts.of', { count: posts, name })}>{write.number(posts)}</Link>;
}

function Acts({ theme, onEdit }: { theme: Theme; onEdit: () => void }): ReactNode {
  const { t } = useTranslation();
  const { id, name } = theme;
  return (
    <span className="theme-acts">
      <Button kind="plain" onClick={onEdit} aria-label={t(id === null ? 'themes.adopt.of' : 'themes.edit.of', { name })}>{t(id === null ? 'themes.adopt' : 'themes.edit')}</Button>
      {id !== null && <RemoveTheme theme={{ ...theme, id }} />}
    </span>
  );
}
