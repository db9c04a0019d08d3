import type { Channel, NetworkDescriptor } from '@portee/shared';
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useNetworks } from '../api/organisation.queries.js';
import { useTranslation } from '../locales/translation.js';
import { NetworkIcon } from './network-icon.js';
import { CHANNEL_PARAMETER } from './use-channel.js';
import './channel-tabs.css';

interface ChannelTabsProps {
  channels: readonly Channel[];
  /** Id of the channel shown. */
  chosen: string;
  /** Stands at the end of the line: the span that the page covers. */
  children?: ReactNode;
}

/** One channel at a time. Links, not tabs: the address holds the choice, and going back takes it back. */
export function ChannelTabs({ channels, chosen, children }: ChannelTabsProps): ReactNode {
  const { t } = useTranslation();
  const networks = useNetworks();
  const [address] = useSearchParams();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => { showChosen(list.current); }, [chosen]);
  const onKey = useArrows(list);
  return (
    <nav className="channel-tabs" aria-label={t('channelTabs.label')}>
      <ul ref={list} onKeyDown={onKey}>
        {channels.map((channel) => (
          <li key={channel.id}>
            <Link to={`?${addressWith(address, channel.id)}`} preventScrollReset aria-current={channel.id === chosen || undefined}>
              <NetworkIcon network={channel.network} /><span>{nameAmong(channel, channels, networks.data ?? [])}</span>
            </Link>
          </li>
        ))}
      </ul>
      {children !== undefined && <p>{children}</p>}
    </nav>
  );
}

const steps: Partial<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Arrows go to the channel beside and show it, round and round; the tabulator goes from link to link as everywhere. */
function useArrows(list: RefObject<HTMLUListElement | null>): (event: KeyboardEvent) => void {
  const navigate = useNavigate();
  return (event) => {
    const step = steps[event.key];
    const links = [...list.current?.querySelectorAll('a') ?? []];
    const here = links.findIndex((link) => link === document.activeElement);
    const beside = step === undefined || here === -1 ? undefined : links.at((here + step) % links.length);
    if (beside === undefined) return;
    event.preventDefault();
    beside.focus();
    void navigate(beside.search, { replace: true, preventScrollReset: true });
  };
}

function addressWith(address: URLSearchParams, channelId: string): string {
  const wanted = new URLSearchParams(address);
  wanted.set(CHANNEL_PARAMETER, channelId);
  return wanted.toString();
}

/** The network's name where it tells the channel from the others, the channel's own name elsewhere. */
export function nameAmong(channel: Channel, channels: readonly Channel[], networks: readonly NetworkDescriptor[]): string {
  const isAlone = channels.filter(({ network }) => network === channel.network).length === 1;
  return (isAlone ? networks.find(({ network }) => network === channel.network)?.label : undefined) ?? channel.name;
}

/** Brings the chosen one into sight where the line is wider than the screen, without moving the page. */
function showChosen(list: HTMLUListElement | null): void {
  const link = list?.querySelector<HTMLElement>('[aria-current]');
  if (list === null || link === null || link === undefined) return;
  const [from, to] = [link.offsetLeft - list.offsetLeft, link.offsetLeft - list.offsetLeft + link.offsetWidth];
  if (from < list.scrollLeft || to > list.scrollLeft + list.clientWidth) list.scrollLeft = from - (list.clientWidth - link.offsetWidth) / 2;
}
