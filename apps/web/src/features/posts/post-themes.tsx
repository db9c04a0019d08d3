import { may, type Post } from '@portee/shared';
import { useState, type ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import { Button } from '../../ui/button.js';
import { sayProblem } from '../../ui/failure.js';
import { FormRefusal } from '../../ui/form-refusal.js';
import { TagDialog } from './tag-dialog.js';
import { ThemeChips } from './theme-chips.js';
import { useFocusKept } from './use-focus-kept.js';
import { useTagging } from './use-tagging.js';

/** One post's themes, to read and, for those who may, to change. */
export function PostThemes({ post }: { post: Post }): ReactNode {
  const { t } = useTranslation();
  const { role } = useCurrentOrganisation();
  const { tag, error } = useTagging();
  const [isAdding, setAdding] = useState(false);
  const adding = useFocusKept<HTMLButtonElement>(post.themes.length);
  const mayTag = may(role, 'tagPosts');
  if (!mayTag && post.themes.length === 0) return null;
  return (
    <section className="post-themes" aria-labelledby="post-themes">
      <h2 id="post-themes">{t('post.themes')}</h2>
      {error !== null && <FormRefusal>{sayProblem(error, t)}</FormRefusal>}
      {post.themes.length === 0 && <p className="note quiet">{t('post.themes.none')}</p>}
      <ThemeChips themes={post.themes} {...(mayTag ? { onRemove: (theme) => { tag({ theme, action: 'remove', postIds: [post.id] }); } } : {})} />
      {mayTag && <Button ref={adding} onClick={() => { setAdding(true); }}>{t('themes.add')}</Button>}
      <TagDialog posts={[post]} action={isAdding ? 'add' : null} onClose={() => { setAdding(false); }} />
    </section>
  );
}
