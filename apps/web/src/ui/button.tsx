import type { ComponentProps, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import './button.css';

/** `act`: the one thing to do in its block. `plain`: underlined, for what matters least. */
export type ButtonKind = 'act' | 'ordinary' | 'plain';

interface ButtonProps extends ComponentProps<'button'> {
  kind?: ButtonKind;
  /** Working on it: pressing again does nothing, and focus stays. */
  isBusy?: boolean;
}

export function Button({ kind = 'ordinary', isBusy = false, type = 'button', onClick, ...rest }: ButtonProps): ReactNode {
  return (
    <button
      {...rest} type={type} className="button" data-kind={kind} aria-disabled={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({ kind = 'ordinary', ...rest }: LinkProps & { kind?: ButtonKind }): ReactNode {
  return <Link {...rest} className="button" data-kind={kind} />;
}

/** The same for what the browser fetches itself: a file to keep. */
export function DownloadLink({ kind = 'ordinary', ...rest }: ComponentProps<'a'> & { kind?: ButtonKind }): ReactNode {
  return <a {...rest} className="button" data-kind={kind} />;
}
