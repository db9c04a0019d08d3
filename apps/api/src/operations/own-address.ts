/** What a request says of the address that it was sent to. */
interface Reached {
  protocol: string;
  host: string;
}

/**
 * Where people find this installation, without a slash at the end: its public address, else the one by which whoever asks reached it. Only for what is told back to
 * whoever asks: a mail to somebody else never takes its address from a request.
 */
export function ownAddress(publicUrl: string | null, { protocol, host }: Reached): string {
  return publicUrl ?? `${protocol}://${host}`;
}

/** The address at which a program that listens there is found. "localhost" reads better than an address, and is the same where only this machine can reach us. */
export function localAddress(host: string, port: number): string {
  const name = ['127.0.0.1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
