import type { ReactNode } from 'react';
import './icons.css';

export interface IconProps {
  /** For screen readers, where no word stands beside the icon. */
  label?: string;
}

/** A drawing of ours on a square of 20. */
export function Icon({ label, children }: IconProps & { children: ReactNode }): ReactNode {
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return <svg className="icon" viewBox="0 0 20 20" {...naming}>{children}</svg>;
}

export function AlertIcon(props: IconProps): ReactNode {
  return <Icon {...props}><path d="M10 3.1 17.6 16.4H2.4z" /><path d="M10 8.2v3.6M10 14v.1" /></Icon>;
}

export function OverviewIcon(): ReactNode {
  return <Icon><path d="M2 5.2h16M2 8.4h16M2 11.6h16M2 14.8h16" /><ellipse cx="12.4" cy="8.6" rx="2.9" ry="2.1" transform="rotate(-20 12.4 8.6)" fill="currentColor" /></Icon>;
}

export function PlanIcon(): ReactNode {
  return <Icon><path d="M3 4.5h14V17H3zM3 8.500h14M7 2.500v3M13 2.500v3" /></Icon>;
}

export function PostsIcon(): ReactNode {
  return <Icon><rect x="2.5" y="3.5" width="15" height="13" rx="2" /><path d="M5.5 13.5 8.6 10l2.2 2.2 1.7-1.9 2.4 3.2M13.6 7v.1" /></Icon>;
}

export function DataIcon(): ReactNode {
  return <Icon><ellipse cx="10" cy="5.2" rx="6.4" ry="2.4" /><path d="M3.6 5.2v9.6c0 1.3 2.9 2.4 6.4 2.4s6.4-1.1 6.4-2.4V5.2M3.6 10c0 1.3 2.9 2.4 6.4 2.4s6.4-1.1 6.4-2.4" /></Icon>;
}

export function MoreIcon(): ReactNode {
  return <Icon><circle cx="4.4" cy="10" r="1.1" fill="currentColor" /><circle cx="10" cy="10" r="1.1" fill="currentColor" /><circle cx="15.6" cy="10" r="1.1" fill="currentColor" /></Icon>;
}

export function SearchIcon(props: IconProps): ReactNode {
  return <Icon {...props}><circle cx="8.6" cy="8.6" r="5.4" /><path d="m12.6 12.6 4.6 4.6" /></Icon>;
}

export function CloseIcon(props: IconProps): ReactNode {
  return <Icon {...props}><path d="m5 5 10 10M15 5 5 15" /></Icon>;
}
