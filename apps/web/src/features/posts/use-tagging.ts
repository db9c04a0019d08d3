import { useTranslation } from '../../locales/translation.js';
import { sayProblem } from '../../ui/failure.js';
import { useToast } from '../../ui/toast.js';
import { useTagPosts, type Tagged, type Tagging } from './themes.queries.js';

interface TaggingHandle {
  tag: (wanted: Tagging, onDone?: () => void) => void;
  isPending: boolean;
  error: Error | null;
}

/** Gives a theme or takes it away, says so, and offers to undo it for the posts that really changed, from whatever page one is on by then. */
export function useTagging(): TaggingHandle {
  const { t } = useTranslation();
  const toast = useToast();
  const { mutateAsync, isPending, error } = useTagPosts();
  const undo = ({ action, ...done }: Tagged): void => {
    void mutateAsync({ ...done, action: action === 'add' ? 'remove' : 'add' })
      .then(() => { toast(t('themes.undone')); }, (failure: unknown) => { toast(sayProblem(failure, t)); });
  };
  const say = (done: Tagged): void => {
    const count = done.postIds.length;
    if (count === 0) toast(t(done.action === 'add' ? 'themes.added.none' : 'themes.removed.none'));
    else toast(t(done.action === 'add' ? 'themes.added' : 'themes.removed', { name: done.theme.name, count }), () => { undo(done); });
  };
  const tag = (wanted: Tagging, onDone?: () => void): void => {
    // A refusal is in `error`, for the form to say.
    void mutateAsync(wanted).then((done) => { onDone?.(); say(done); }, () => undefined);
  };
  return { tag, isPending, error };
}
