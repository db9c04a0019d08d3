import { lookup as resolveName, type LookupAddress, type LookupAllOptions } from 'node:dns';
import ipaddr from 'ipaddr.js';
import { NetworkError } from './network-error.js';

/** How Node asks for the addresses of a name. */
type Found = (error: Error | null, addresses: LookupAddress[]) => void;
export type Resolver = (name: string, options: LookupAllOptions, found: Found) => void;

/**
 * Stands between an address that somebody typed and this machine's own network: https only, public addresses only.
 * A name is resolved once and the connection made to what was checked, so that a second resolution cannot lead elsewhere.
 */
export class AddressGuard {
  constructor(private readonly allowsPrivate: boolean, private readonly resolve: Resolver = resolveName) {}

  /** @throws NetworkError address-refused  for another protocol than https, a literal private address, or a name and password in it */
  check(url: URL): void {
    if (this.allowsPrivate && ['http:', 'https:'].includes(url.protocol)) return;
    if (url.protocol !== 'https:') throw refused(url.host, 'not https');
    if (url.username !== '' || url.password !== '') throw refused(url.host, 'names a user');
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (ipaddr.isValid(literal) && !isPublic(literal)) throw refused(url.host, 'is private');
  }

  /** Node's `lookup` for a connection: fails unless every address of the name is public. */
  readonly lookup = (name: string, options: object, found: (error: Error | null, addresses: LookupAddress[] | string, family?: number) => void): void => {
    this.resolve(name, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, []);
      const isRefused = addresses.length === 0 || (!this.allowsPrivate && addresses.some(({ address }) => !isPublic(address)));
      if (isRefused) return found(refused(name, 'leads to a private address'), []);
      const [first] = addresses;
      return 'all' in options && options.all ? found(null, addresses) : found(null, first?.address ?? '', first?.family);
    });
  };
}

/** Whether an address belongs to the public internet; an IPv4 address inside an IPv6 one is judged as what it is. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === 'unicast';
}

function refused(host: string, why: string): NetworkError {
  return new NetworkError('address-refused', `${host} ${why}`);
}
