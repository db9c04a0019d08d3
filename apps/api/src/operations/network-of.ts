import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** Of an IPv6 address, what its network gives out: a house is given at least that, and may ask from any address in it. */
const NETWORK_GROUPS = 4;
const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

/** From where somebody comes, as far as they cannot change it at will: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function networkOf(address: string): string {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  // A dotted end stands for the last two groups, which are beyond the network.
  const [before = '', after = ''] = (address.split('%')[0] ?? '').replace(/:[\d.]+\.[\d.]+$/u, ':0:0').split('::');
  const [head, tail] = [before, after].map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array<string>(Math.max(0, GROUPS - (head?.length ?? 0) - (tail?.length ?? 0))).fill('0');
  const groups = [...(head ?? []), ...zeros, ...(tail ?? [])].slice(0, NETWORK_GROUPS);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
