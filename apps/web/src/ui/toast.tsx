import { createContext, use, useCallback, useEffect, useRef, useState, type FocusEvent, type ReactNode } from 'react';
import { useTranslation } from '../locales/translation.js';
import { Button } from './button.js';
import { CloseIcon } from './icons.js';
import './toast.css';

interface Toast { id: number; text: string; undo?: () => void }

/** Says that something was done, and offers to undo it. */
export type ShowToast = (text: string, undo?: () => void) => void;

const ToastContext = createContext<ShowToast>(() => undefined);

export function useToast(): ShowToast {
  return use(ToastContext);
}

/** Long enough to read it and to reach the button; one with an undo stays until it is closed. */
const SHOWN_MS = 8000;

/** Holds one message at a time, below, said aloud as it comes. */
export function ToastProvider({ children }: { children: ReactNode }): ReactNode {
  const [toast, setToast] = useState<Toast | null>(null);
  const show = useCallback<ShowToast>((text, undo) => {
    setToast((last) => ({ id: (last?.id ?? 0) + 1, text, ...(undo === undefined ? {} : { undo }) }));
  }, []);
  const close = useCallback(() => { setToast(null); }, []);
  useEffect(() => {
    if (toast === null || toast.undo !== undefined) return undefined;
    const timer = setTimeout(close, SHOWN_MS);
    return () => { clearTimeout(timer); };
  }, [toast, close]);
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts no-print" role="status">{toast !== null && <ToastBox key={toast.id} toast={toast} onClose={close} />}</div>
    </ToastContext>
  );
}

function ToastBox({ toast: { text, undo }, onClose }: { toast: Toast; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const cameFrom = useRef<HTMLElement | null>(null);
  const onFocus = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget;
  };
  // Its buttons go with it: focus returns to where the person was.
  const leave = (): void => {
    if (cameFrom.current?.isConnected === true) cameFrom.current.focus();
    onClose();
  };
  return (
    <div className="toast" onFocus={onFocus}>
      <p>{text}</p>
      {undo !== undefined && <Button kind="plain" onClick={() => { leave(); undo(); }}>{t('ui.undo')}</Button>}
      <button type="button" className="dialog-close" onClick={leave}><CloseIcon label={t('ui.close')} /></button>
    </div>
  );
}
