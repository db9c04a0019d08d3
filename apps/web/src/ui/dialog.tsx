import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from '../locales/translation.js';
import { CloseIcon } from './icons.js';
import './dialog.css';

interface DialogProps { title: string; isOpen: boolean; onClose: () => void; children: ReactNode }

/**
 * A question that must be answered first. The browser's own dialog keeps focus inside, closes on Escape, gives focus back and
 * needs no style element, which the page's policy would refuse.
 */
export function Dialog({ title, isOpen, onClose, children }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  const isClosedByUs = useRef(false);
  useEffect(() => {
    if (isOpen) element.current?.showModal();
    else if (element.current?.open === true) {
      isClosedByUs.current = true;
      element.current.close();
    }
  }, [isOpen]);
  // Browsers tell of it some time after: whoever asks for the next one meanwhile would see that one closed.
  const onClosed = (): void => {
    if (!isClosedByUs.current) onClose();
    isClosedByUs.current = false;
  };
  return (
    <dialog ref={element} className="dialog" aria-labelledby={id} onClose={onClosed}>
      {isOpen && (
        <>
          <header>
            <h2 id={id}>{title}</h2>
            <button type="button" className="dialog-close" onClick={onClose}><CloseIcon label={t('ui.close')} /></button>
          </header>
          {children}
        </>
      )}
    </dialog>
  );
}
