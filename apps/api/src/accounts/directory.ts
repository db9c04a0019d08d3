import { Inject, Injectable } from '@nestjs/common';
import { DIRECTORY_RETURN_PATH } from '@portee/shared';
import * as client from 'openid-client';
import { z } from 'zod';
import type { DirectorySettings } from '../config/env.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { AccountError } from './account-error.js';
import { ACCOUNT_SETTINGS, type AccountSettings } from './account-settings.js';
import { DirectoryRefusal } from './directory-refusal.js';

/** What a directory offers, and the keys it signs with, are asked anew after an hour; a key that is not known, at once. */
const KNOWN_FOR_MS = 3_600_000;
const PATIENCE_SECONDS = 10;
const CLOCKS_APART_SECONDS = 30;

/** What only the one who set out knows, kept until the directory sends them back. */
export interface Proofs {
  state: string;
  nonce: string;
  verifier: string;
}

/** Somebody as the directory knows them. */
export interface DirectoryPerson {
  issuer: string;
  /** Theirs at this directory for ever; an address may change hands. */
  subject: string;
  /** Small letters; null: the directory tells none. */
  email: string | null;
  /** The directory vouches for the address. */
  isEmailProven: boolean;
  name: string | null;
}

const claimed = z.object({ email: z.email().max(254).optional().catch(undefined), email_verified: z.unknown().optional(), name: z.string().trim().min(1).max(120).optional().catch(undefined) });

/** A municipality's own directory, asked in OpenID Connect: authorisation code with PKCE, and an ID token whose signature is verified. */
@Injectable()
export class Directory {
  private known: { asked: Promise<client.Configuration>; until: number } | null = null;

  constructor(
    @Inject(ACCOUNT_SETTINGS) private readonly settings: Pick<AccountSettings, 'directory' | 'publicUrl'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Which directory its links belong to. @throws AccountError directory-missing */
  get issuer(): string {
    return this.wanted().issuer;
  }

  /** Address at the directory to send somebody to. `isAnew`: who they are is asked again, even where the directory remembers. @throws AccountError directory-missing, directory-unreachable */
  async addressFor({ state, nonce, verifier }: Proofs, { isAnew }: { isAnew: boolean }): Promise<string> {
    const configuration = await this.configuration().catch((cause: unknown) => { throw new AccountError('directory-unreachable', {}, { cause }); });
    return client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.returnAddress(), scope: 'openid profile email', state, nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', ...(isAnew ? { prompt: 'login' } : {}),
    }).href;
  }

  /** Who came back, by the query of the return. @throws DirectoryRefusal declined, unreachable, answer-wrong */
  async personBehind(query: URLSearchParams, { state, nonce, verifier }: Proofs): Promise<DirectoryPerson> {
    const configuration = await this.configuration().catch((cause: unknown) => { throw new DirectoryRefusal('unreachable', { cause }); });
    try {
      const tokens = await client.authorizationCodeGrant(configuration, new URL(`${this.returnAddress()}?${query.toString()}`), { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
      const claims = tokens.claims();
      if (claims === undefined) throw new DirectoryRefusal('answer-wrong');
      const isTold = claims['email'] !== undefined || configuration.serverMetadata().userinfo_endpoint === undefined;
      return personOf({ issuer: this.issuer, subject: claims.sub }, isTold ? claims : await client.fetchUserInfo(configuration, tokens.access_token, claims.sub));
    } catch (cause) {
      throw cause instanceof DirectoryRefusal ? cause : new DirectoryRefusal(reasonOf(cause), { cause });
    }
  }

  /** A discovery that failed is not kept: the next who comes asks again. */
  private configuration(): Promise<client.Configuration> {
    const now = this.clock().getTime();
    if (this.known !== null && now < this.known.until) return this.known.asked;
    const known = { asked: discover(this.wanted()), until: now + KNOWN_FOR_MS };
    this.known = known;
    known.asked.catch(() => { if (this.known === known) this.known = null; });
    return known.asked;
  }

  private returnAddress(): string {
    return `${this.settings.publicUrl ?? ''}${DIRECTORY_RETURN_PATH}`;
  }

  private wanted(): DirectorySettings {
    if (this.settings.directory === null) throw new AccountError('directory-missing');
    return this.settings.directory;
  }
}

/** The host typed the address: it may be of this machine or of a private network, and is not held by the guard of addresses that members type. */
function discover({ issuer, clientId, clientSecret }: DirectorySettings): Promise<client.Configuration> {
  // The standard says Basic unless the directory lists otherwise.
  const authenticate: client.ClientAuth = (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (ways.includes('client_secret_basic') ? client.ClientSecretBasic(clientSecret) : client.ClientSecretPost(clientSecret))(server, ...rest);
  };
  const address = new URL(issuer);
  const execute = [client.enableNonRepudiationChecks, ...(address.protocol === 'http:' ? [client.allowInsecureRequests] : [])];
  return client.discovery(address, clientId, { [client.clockTolerance]: CLOCKS_APART_SECONDS }, authenticate, { execute, timeout: PATIENCE_SECONDS });
}

function personOf(identity: { issuer: string; subject: string }, told: unknown): DirectoryPerson {
  const { email, email_verified: isProven, name } = claimed.parse(told);
  return { ...identity, email: email?.trim().toLowerCase() ?? null, isEmailProven: isProven === true, name: name ?? null };
}

/** It said no; it did not answer; or it answered what cannot be believed. */
function reasonOf(cause: unknown): 'declined' | 'unreachable' | 'answer-wrong' {
  if (cause instanceof client.AuthorizationResponseError) return 'declined';
  const isSilent = cause instanceof TypeError || (cause instanceof client.ClientError && ['OAUTH_TIMEOUT', 'OAUTH_ABORT'].includes(cause.code ?? ''));
  return isSilent ? 'unreachable' : 'answer-wrong';
}
