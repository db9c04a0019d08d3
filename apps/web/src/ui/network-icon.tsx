import type { ReactNode } from 'react';
import { useNetworks } from '../api/organisation.queries.js';
import { Icon, type IconProps } from './icons.js';

const RING = { lines: ['M2.2 10a7.8 7.8 0 1 0 15.6 0a7.8 7.8 0 1 0-15.6 0'], fills: [] };

/** Sign of a network as its descriptor draws it, never in its brand's colour; a plain ring while it is not known. */
export function NetworkIcon({ network, label }: IconProps & { network: string }): ReactNode {
  const networks = useNetworks();
  const { lines, fills } = networks.data?.find((known) => known.network === network)?.icon ?? RING;
  return (
    <Icon {...(label === undefined ? {} : { label })}>
      {lines.map((line) => <path key={line} d={line} />)}
      {fills.map((fill) => <path key={fill} d={fill} fill="currentColor" />)}
    </Icon>
  );
}
