import type { ReactNode } from 'react';
import './icons.css';

interface IconProps {
  /** For screen readers, where no word stands beside the icon. */
  label?: string;
}

function Icon({ label, children }: IconProps & { children: ReactNode }): ReactNode {
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return <svg className="icon" viewBox="0 0 20 20" {...naming}>{children}</svg>;
}

export function AlertIcon(props: IconProps): ReactNode {
  return <Icon {...props}><path d="M10 3.1 17.6 16.4H2.4z" /><path d="M10 8.2v3.6M10 14v.1" /></Icon>;
}

export function OverviewIcon(): ReactNode {
  return <Icon><path d="M2 5.2h16M2 8.4h16M2 11.6h16M2 14.8h16" /><ellipse cx="12.4" cy="8.6" rx="2.9" ry="2.1" transform="rotate(-20 12.4 8.6)" fill="currentColor" /></Icon>;
}

export function ReportIcon(): ReactNode {
  return <Icon><path d="M5 2.5h7l3.5 3.5v11.5H5z" /><path d="M12 2.5V6h3.5M7.6 10h5.3M7.6 13h5.3" /></Icon>;
}

export function PostsIcon(): ReactNode {
  return <Icon><rect x="2.5" y="3.5" width="15" height="13" rx="2" /><path d="M5.5 13.5 8.6 10l2.2 2.2 1.7-1.9 2.4 3.2M13.6 7v.1" /></Icon>;
}

export function DataIcon(): ReactNode {
  return <Icon><ellipse cx="10" cy="5.2" rx="6.4" ry="2.4" /><path d="M3.6 5.2v9.6c0 1.3 2.9 2.4 6.4 2.4s6.4-1.1 6.4-2.4V5.2M3.6 10c0 1.3 2.9 2.4 6.4 2.4s6.4-1.1 6.4-2.4" /></Icon>;
}

export function SettingsIcon(): ReactNode {
  return <Icon><path d="M2.5 6h5M12.5 6h5M2.5 14h9M16.5 14h1" /><circle cx="10" cy="6" r="2.4" /><circle cx="14" cy="14" r="2.4" /></Icon>;
}

export function CloseIcon(props: IconProps): ReactNode {
  return <Icon {...props}><path d="m5 5 10 10M15 5 5 15" /></Icon>;
}

/** Networks are told by a sign of ours and their name, never by their brand's colour. */
const networkSigns: Record<string, ReactNode> = {
  facebook: <><circle cx="10" cy="10" r="7.8" /><path d="M12.8 6.2h-1c-1.2 0-1.8.7-1.8 1.8v9.4M7.6 10.6h4.6" /></>,
  instagram: <><rect x="2.4" y="2.4" width="15.2" height="15.2" rx="4.4" /><circle cx="10" cy="10" r="3.5" /><path d="M14.3 5.7v.1" /></>,
  mastodon: <><path d="M3 9.4C3 4.4 5 2.4 10 2.4s7 1.8 7 5.4c0 4.4-1.8 5.9-5.7 6-1.1 0-2.2-.1-3.1-.4.1 1.7 1.9 2.3 4.9 1.9-1.1 1.7-3 2.4-5.2 2.2C4.2 17.2 3 14.4 3 9.4z" /><path d="M6.8 10.4V7.7c0-2.2 2.8-2.3 3.2-.3.4-2 3.2-1.9 3.2.3v2.7" /></>,
  youtube: <><rect x="2" y="4.2" width="16" height="11.6" rx="3.4" /><path d="m8.4 7.6 4 2.4-4 2.4z" fill="currentColor" /></>,
  newsletter: <><rect x="2" y="4.2" width="16" height="11.8" rx="2" /><path d="m2.8 5.6 7.2 5.3 7.2-5.3" /></>,
};

/** Sign of a network; a plain ring for one we have not drawn. */
export function NetworkIcon({ network, label }: IconProps & { network: string }): ReactNode {
  return <Icon {...(label === undefined ? {} : { label })}>{networkSigns[network] ?? <><circle cx="10" cy="10" r="7.8" /><path d="M2.4 10h15.2M10 2.2c-5.2 4.8-5.2 10.8 0 15.6M10 2.2c5.2 4.8 5.2 10.8 0 15.6" /></>}</Icon>;
}
