import type { BeginDirectory } from '@portee/shared';
import type { ReactNode } from 'react';
import { useGoToDirectory } from '../../api/directory.queries.js';
import { useSession } from '../../api/session.queries.js';
import { Button } from '../../ui/button.js';
import { FormFailure } from '../../ui/form-failure.js';

interface DirectoryButtonProps {
  /** What to come back for. */
  wanted: Partial<BeginDirectory>;
  /** By what people call the directory. */
  say: (directory: string) => string;
}

/** To the directory and back; nothing where there is none. */
export function DirectoryButton({ wanted, say }: DirectoryButtonProps): ReactNode {
  const directory = useSession().data?.directory ?? null;
  const go = useGoToDirectory();
  if (directory === null) return null;
  return (
    <div className="directory-door">
      <FormFailure error={go.error} />
      <Button isBusy={go.isPending || go.isSuccess} onClick={() => { go.mutate(wanted); }}>{say(directory)}</Button>
    </div>
  );
}
