import { useEffect, useRef, type ReactNode } from 'react';
import { AlertIcon } from './icons.js';
import './form-refusal.css';

/** Why a whole form was refused: said aloud and brought into sight as it comes. */
export function FormRefusal({ children }: { children: ReactNode }): ReactNode {
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => { box.current?.scrollIntoView({ block: 'nearest' }); }, []);
  return <p ref={box} className="form-refusal" role="alert"><AlertIcon /><span>{children}</span></p>;
}
