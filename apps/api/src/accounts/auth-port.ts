import type { Locale } from '@portee/shared';
import type { EntityManager } from 'typeorm';

/** Somebody with an account. */
export interface Person {
  id: string;
  name: string;
  email: string;
  language: Locale;
  /** In which they are told moments; null: that of the organisation they look at. */
  timeZone: string | null;
  /** A code is asked for after the password. */
  hasSecondFactor: boolean;
}

export interface NewPerson {
  name: string;
  email: string;
  /** In the clear: kept as a hash only. Null: none, somebody else vouches for them. */
  password: string | null;
  language: Locale;
  /** Whether they have shown that the mailbox of their address is theirs. */
  isProven?: boolean;
}

/** Headers of a request, as Node gives them. */
export type RequestHeaders = Record<string, string | string[] | undefined>;

/** Who is behind a request, with the cookies that keep the session alive, if it is time to renew them. */
export interface SignedIn {
  person: Person;
  /** Values for `Set-Cookie`. */
  cookies: string[];
}

/** A right password: somebody is signed in, or a code is still asked for (`person` is null, and the cookies remember whose). */
export interface PasswordAccepted {
  person: Person | null;
  cookies: string[];
}

/** A code of an authenticator, or one of the recovery codes. */
export interface CodeGiven {
  code: string;
  isRecovery: boolean;
}

/** What somebody gives again before something that cannot be taken back: a device left open is not enough. */
export interface SelfProof {
  password: string;
  /** Of the second factor, where there is one; null: none was given. */
  code: string | null;
  isRecovery: boolean;
}

/** What an authenticator needs, and codes for the day on which it is lost. */
export interface BegunFactor {
  /** `otpauth:` address, which authenticators read as a picture. */
  address: string;
  recoveryCodes: string[];
}

/** A device on which somebody is signed in. */
export interface DeviceSession {
  id: string;
  since: Date;
  /** When it was last renewed: once a day at most. */
  seenAt: Date;
  userAgent: string | null;
  /** It is that of the request. */
  isThis: boolean;
}

/** People, passwords and sessions. Portée knows them through this door only, whoever keeps them behind it. */
export abstract class AuthPort {
  /** Whether nobody has an account yet. */
  abstract isEmpty(manager: EntityManager): Promise<boolean>;
  /** Adds a person inside the caller's transaction. @throws AccountError email-taken */
  abstract createPerson(manager: EntityManager, person: NewPerson): Promise<Person>;
  /** Those of these people who have an account, in no order. */
  abstract peopleOf(manager: EntityManager, ids: readonly string[]): Promise<Person[]>;
  /** Who has an account with this address; null: nobody. */
  abstract personByAddress(manager: EntityManager, email: string): Promise<Person | null>;
  /** Puts another password in the place of theirs, and signs them out everywhere. */
  abstract setPassword(manager: EntityManager, personId: string, password: string): Promise<void>;
  /** Puts another address in the place of theirs. @throws AccountError email-taken */
  abstract setAddress(manager: EntityManager, personId: string, address: { email: string; isProven: boolean }): Promise<void>;
  /** Starts a session, or the second step of one. @throws AccountError wrong-credentials */
  abstract signIn(email: string, password: string, headers: RequestHeaders): Promise<PasswordAccepted>;
  /** The second step, for the headers that `signIn` gave cookies to. @throws AccountError code-wrong, code-too-late, code-locked */
  abstract signInByCode(step: CodeGiven, headers: RequestHeaders): Promise<SignedIn>;
  /** Prepares a second factor; nothing is asked for until a first code confirms it. @throws AccountError not-signed-in, password-wrong, second-factor-there */
  abstract beginSecondFactor(headers: RequestHeaders, password: string): Promise<BegunFactor>;
  /** From now on a code is asked for. @returns values for `Set-Cookie`. @throws AccountError not-signed-in, code-wrong, second-factor-missing */
  abstract confirmSecondFactor(headers: RequestHeaders, code: string): Promise<string[]>;
  /** No code is asked for any more. @returns values for `Set-Cookie`. @throws AccountError not-signed-in, password-wrong */
  abstract endSecondFactor(headers: RequestHeaders, password: string): Promise<string[]>;
  /** New recovery codes; earlier ones open nothing any more. @throws AccountError not-signed-in, password-wrong, second-factor-missing */
  abstract renewRecoveryCodes(headers: RequestHeaders, password: string): Promise<string[]>;
  /** The password alone of whoever is signed in, asked once more: as much as removing a second factor asks. @throws AccountError not-signed-in, password-wrong */
  abstract provePassword(headers: RequestHeaders, password: string): Promise<void>;
  /** Starts a session for somebody whom a directory vouches for: neither password nor code is asked. @returns values for `Set-Cookie` */
  abstract openSession(personId: string, headers: RequestHeaders): Promise<string[]>;
  /** Ends the session of these headers, if any. @returns values for `Set-Cookie` */
  abstract signOut(headers: RequestHeaders): Promise<string[]>;
  /** The person whose session these headers carry; null: nobody. Does not renew the session. */
  abstract personOf(headers: RequestHeaders): Promise<Person | null>;
  /** The same, renewing a session that has grown old: the caller must hand the cookies on. */
  abstract renew(headers: RequestHeaders): Promise<SignedIn | null>;
  /** Where the person of these headers is signed in, latest first. @throws AccountError not-signed-in */
  abstract sessionsOf(headers: RequestHeaders): Promise<DeviceSession[]>;
  /** Ends one of their sessions: that device is signed out at its next request. @throws AccountError not-signed-in, session-not-found */
  abstract endSession(headers: RequestHeaders, id: string): Promise<void>;
  /** Ends all of their sessions but this one. @throws AccountError not-signed-in */
  abstract endOtherSessions(headers: RequestHeaders): Promise<void>;
  /** Ends all sessions, and begins this one anew. @returns values for `Set-Cookie`. @throws AccountError not-signed-in, password-wrong */
  abstract changePassword(headers: RequestHeaders, change: { current: string; wanted: string }): Promise<string[]>;
  /** Asks whoever carries these headers to be the person again. @throws AccountError not-signed-in, password-wrong, code-needed, code-wrong, code-locked; sign-in-again  of whoever has no password, and came some time ago */
  abstract prove(headers: RequestHeaders, proof: SelfProof): Promise<void>;
  /** Deletes an account with its sessions and its second factor inside the caller's transaction; whoever calls it takes the person out of organisations. */
  abstract deletePerson(manager: EntityManager, person: Person): Promise<void>;
  /** Deletes sessions and steps of signing in whose time is over. */
  abstract forgetExpired(now: Date): Promise<void>;
  /** Changes what is named. */
  abstract changePerson(personId: string, wanted: Partial<Pick<Person, 'language' | 'timeZone'>>): Promise<void>;
  abstract close(): Promise<void>;
}
