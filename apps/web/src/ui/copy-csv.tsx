import type { ReactNode } from 'react';
import { useTranslation } from '../locales/translation.js';
import { Button } from './button.js';
import { useToast } from './toast.js';

interface CopyCsvProps {
  /** The table as CSV, made when it is asked for. */
  csv: () => string;
  /** The browser forbids the copy: what to show instead. */
  onRefused?: () => void;
  /** The table, for those who do not see it above: where several stand on a page. */
  what?: string;
}

/** « Copier en CSV » */
export function CopyCsv({ csv, onRefused, what }: CopyCsvProps): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(csv());
      toast(t('staff.copied'));
    } catch {
      onRefused?.();
      toast(t('staff.notCopied'));
    }
  };
  return <Button kind="plain" {...(what === undefined ? {} : { 'aria-label': t('staff.copyOf', { what }) })} onClick={() => { void copy(); }}>{t('staff.copy')}</Button>;
}
