import { useId, type ReactNode } from 'react';
import { useTranslation } from '../locales/translation.js';
import { AlertIcon } from './icons.js';
import './slab.css';

interface SlabProps {
  /** A sentence: what is the matter. */
  title: string;
  happened: string;
  /** What is not lost. */
  safe?: string;
  todo: string;
  /** One button that does what `todo` says. */
  action?: ReactNode;
  footer?: ReactNode;
}

/** A failure: the one dark block of a light page. What happened, what is safe, what to do. */
export function Slab({ title, happened, safe, todo, action, footer }: SlabProps): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="slab" role="alert" aria-labelledby={id}>
      <header><AlertIcon /><h2 id={id}>{title}</h2></header>
      <div className="slab-body">
        <dl>
          <dt>{t('ui.slab.happened')}</dt><dd>{happened}</dd>
          {safe !== undefined && <><dt>{t('ui.slab.safe')}</dt><dd>{safe}</dd></>}
          <dt>{t('ui.slab.todo')}</dt><dd>{todo}</dd>
        </dl>
        {action}
      </div>
      {footer !== undefined && <footer>{footer}</footer>}
    </section>
  );
}
