import { Injectable } from '@nestjs/common';
import type { BeginDirectory, LinkDirectory } from '@portee/shared';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { hashOfSecret, newSecret } from '../operations/bearer-secret.js';
import { AccountError } from './account-error.js';
import { AuthPort, type Person, type RequestHeaders } from './auth-port.js';
import { type Attempt, DirectoryAttempts, type Errand } from './directory-attempts.js';
import { DirectoryLinks } from './directory-links.js';
import { DirectoryRefusal } from './directory-refusal.js';
import { Directory, type DirectoryPerson } from './directory.js';
import { Invitations } from './invitations.service.js';
import { Memberships } from './memberships.js';

/** Where to send somebody, and what their browser keeps to show that it was this one. */
export interface SetOut {
  address: string;
  browser: string;
}

/** They came back and are in: where they go, and the cookies of their session, if it is a new one. */
export interface CameBack {
  path: string;
  cookies: string[];
}

/** Signing in by the directory. Being known there opens nothing: one needs an account that is linked, or an invitation. */
@Injectable()
export class DirectoryEntry {
  constructor(
    private readonly auth: AuthPort,
    private readonly directory: Directory,
    private readonly attempts: DirectoryAttempts,
    private readonly links: DirectoryLinks,
    private readonly invitations: Invitations,
    private readonly memberships: Memberships,
    private readonly transaction: TenantTransaction,
  ) {}

  /** To sign in, or to take an invitation up. @throws AccountError directory-missing, directory-unreachable, invitation-not-found, invitation-over */
  async begin({ back, language, invitation }: BeginDirectory): Promise<SetOut> {
    if (invitation !== undefined) await this.invitations.read(invitation);
    return this.setOut({ back, language, personId: null, invitationHash: invitation === undefined ? null : hashOfSecret(invitation) });
  }

  /** To link one’s account: by the password, so that a device left open is not enough. @throws AccountError password-wrong, directory-there, directory-missing, directory-unreachable */
  async beginLink(person: Person, { password, back }: LinkDirectory, headers: RequestHeaders): Promise<SetOut> {
    await this.auth.provePassword(headers, password);
    const { linkedAt } = await this.transaction.lookUp((manager) => this.links.waysOf(manager, person.id, this.directory.issuer));
    if (linkedAt !== null) throw new AccountError('directory-there');
    return this.setOut({ back, language: person.language, personId: person.id, invitationHash: null });
  }

  /** By the query of the return. @throws DirectoryRefusal, and what refuses an invitation */
  async comeBack(query: URLSearchParams, browser: string, headers: RequestHeaders): Promise<CameBack> {
    const state = query.get('state') ?? '';
    const attempt = await this.attempts.take({ state, browser });
    if (attempt === null) throw new DirectoryRefusal('begin-again');
    const known = await this.directory.personBehind(query, { state, ...attempt });
    if (attempt.personId !== null) return this.link(attempt.personId, known, { headers, path: attempt.back });
    return attempt.invitationHash === null ? this.signIn(attempt, known, headers) : this.join(attempt.invitationHash, known, { attempt, headers });
  }

  private async setOut(errand: Errand): Promise<SetOut> {
    const [proofs, browser] = [{ state: newSecret(), nonce: newSecret(), verifier: newSecret() }, newSecret()];
    const address = await this.directory.addressFor(proofs, { isAnew: errand.personId !== null });
    await this.attempts.keep({ state: proofs.state, browser }, { ...errand, nonce: proofs.nonce, verifier: proofs.verifier });
    return { address, browser };
  }

  /** Whoever began must still be the one who is signed in. */
  private async link(personId: string, known: DirectoryPerson, { headers, path }: { headers: RequestHeaders; path: string }): Promise<CameBack> {
    const person = await this.auth.personOf(headers);
    if (person?.id !== personId) throw new DirectoryRefusal('begin-again');
    await this.transaction.together(async (manager) => {
      await this.links.add(manager, personId, known);
      await this.memberships.recordEverywhere(manager, personId, 'directory-linked');
    });
    return { path, cookies: [] };
  }

  private async signIn({ back }: Attempt, known: DirectoryPerson, headers: RequestHeaders): Promise<CameBack> {
    const personId = await this.transaction.lookUp((manager) => this.links.personOf(manager, known));
    if (personId === null) throw new DirectoryRefusal('no-account');
    return this.openFor(personId, back, headers);
  }

  /** One who is linked joins as themselves; anybody else gets an account by it, where the directory vouches for the invited address. */
  private async join(invitationHash: Buffer, known: DirectoryPerson, { attempt, headers }: { attempt: Attempt; headers: RequestHeaders }): Promise<CameBack> {
    const linked = await this.transaction.lookUp(async (manager) => {
      const id = await this.links.personOf(manager, known);
      return id === null ? undefined : (await this.auth.peopleOf(manager, [id]))[0];
    });
    const { slug, personId } = linked === undefined ? await this.joinAnew(invitationHash, known, attempt) : await this.invitations.join(invitationHash, { email: linked.email, enter: async () => linked.id });
    return this.openFor(personId, `/o/${slug}`, headers);
  }

  private async joinAnew(invitationHash: Buffer, known: DirectoryPerson, { language }: Attempt): Promise<{ slug: string; personId: string }> {
    const { email, isEmailProven } = known;
    if (email === null || !isEmailProven) throw new DirectoryRefusal('email-unproven');
    return this.invitations.join(invitationHash, {
      email,
      enter: async (manager) => {
        const { id } = await this.auth.createPerson(manager, { name: known.name ?? email.split('@')[0] ?? email, email, password: null, language });
        await this.links.add(manager, id, known);
        return id;
      },
    });
  }

  private async openFor(personId: string, path: string, headers: RequestHeaders): Promise<CameBack> {
    const cookies = await this.auth.openSession(personId, headers);
    await this.memberships.record(personId, 'signed-in');
    return { path, cookies };
  }
}
