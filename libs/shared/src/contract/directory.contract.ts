import { z } from 'zod';
import { instant, locale } from './primitives.contract.js';

/** A path of ours. What browsers read as the beginning of another site's address is none: two slashes, a backslash, signs that they leave out. */
const ownPath = z.string().max(500).regex(/^\/(?!\/)[^\\\p{Cc}\s]*$/u);

/** Where to go in the browser, to sign in at the directory. */
export const directoryAddress = z.object({ address: z.url() }).meta({ id: 'DirectoryAddress' });
export type DirectoryAddress = z.infer<typeof directoryAddress>;

/** To sign in, or to take an invitation up by what its link holds. `back`: the page to come to afterwards. */
export const beginDirectory = z
  .object({ back: ownPath.default('/'), language: locale.default('fr'), invitation: z.string().min(1).max(100).optional() })
  .meta({ id: 'BeginDirectory' });
export type BeginDirectory = z.infer<typeof beginDirectory>;

export const linkDirectory = z.object({ password: z.string().min(1).max(200), back: ownPath.default('/') }).meta({ id: 'LinkDirectory' });
export type LinkDirectory = z.infer<typeof linkDirectory>;

/** What a directory sends people back with. Anything else in the address is left alone. */
const told = z.string().max(8_000).optional().catch(undefined);
export const directoryReturn = z.object({ state: told, code: told, error: told, iss: told }).meta({ id: 'DirectoryReturn' });
export type DirectoryReturn = z.infer<typeof directoryReturn>;

/** How one signs in. `linkedAt`: null, not by the directory. */
export const waysIn = z.object({ hasPassword: z.boolean(), linkedAt: instant.nullable() }).meta({ id: 'WaysIn' });
export type WaysIn = z.infer<typeof waysIn>;
