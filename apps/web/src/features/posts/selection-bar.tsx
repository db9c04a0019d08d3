import type { TagPosts } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { SelectBox } from './select-box.js';
import { TagDialog } from './tag-dialog.js';
import { useFocusKept } from './use-focus-kept.js';
import type { Selection } from './use-selection.js';

/** Above the list: all of it chosen at once, and what can be done with the posts chosen. It stays in sight while some are. */
export function SelectionBar({ selection, shown }: { selection: Selection; shown: number }): ReactNode {
  const { t } = useTranslation();
  const [action, setAction] = useState<TagPosts['action'] | null>(null);
  const count = selection.posts.length;
  const box = useFocusKept<HTMLInputElement>(count);
  return (
    <div className="selection-bar no-print" role="group" aria-label={t('themes.selection')} data-chosen={count > 0}>
      <SelectBox
        label={t(count === 0 ? 'themes.selectShown' : 'themes.selected', { count: count === 0 ? shown : count })}
        isChecked={count === shown} isPartly={count > 0 && count < shown} onToggle={selection.toggleAll} focusKept={box}
      />
      <span role="status" className="visually-hidden">{count > 0 && t('themes.selected', { count })}</span>
      {count === 0
        ? <ToThemes />
        : (
          <>
            <span className="selection-acts">
              <Button onClick={() => { setAction('add'); }}>{t('themes.add')}</Button>
              <Button onClick={() => { setAction('remove'); }}>{t('themes.remove')}</Button>
            </span>
            <Button kind="plain" onClick={selection.clear}>{t('themes.selectNone')}</Button>
          </>
        )}
      <TagDialog posts={selection.posts} action={action} onClose={() => { setAction(null); }} onDone={selection.clear} />
    </div>
  );
}

/** The way to the page of themes, for those too who may only read. */
export function ToThemes(): ReactNode {
  const { t } = useTranslation();
  const { slug } = useCurrentOrganisation();
  return <Link className="selection-themes" to={`/o/${slug}/publications/themes`}>{t('themes.toPage')}</Link>;
}
