import type { Locale } from '@portee/shared';
import type { EntityManager } from 'typeorm';

/** Somebody with an account. */
export interface Person {
  id: string;
  name: string;
  email: string;
  language: Locale;
}

export interface NewPerson {
  name: string;
  email: string;
  /** In the clear: kept as a hash only. */
  password: string;
  language: Locale;
}

/** Headers of a request, as Node gives them. */
export type RequestHeaders = Record<string, string | string[] | undefined>;

/** Who is behind a request, with the cookies that keep the session alive, if it is time to renew them. */
export interface SignedIn {
  person: Person;
  /** Values for `Set-Cookie`. */
  cookies: string[];
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
  /** Whether somebody has an account with this address. */
  abstract isKnown(manager: EntityManager, email: string): Promise<boolean>;
  /** Starts a session. @throws AccountError wrong-credentials */
  abstract signIn(email: string, password: string, headers: RequestHeaders): Promise<SignedIn>;
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
  abstract setLanguage(personId: string, language: Locale): Promise<void>;
  abstract close(): Promise<void>;
}
