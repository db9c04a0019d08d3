import { type Connection, type Locale, type ProblemReason, locales, problemSentences, speaker } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Attempt } from './connection-attempts.js';
import type { ConnectionError } from './connection-error.js';

const voices = new Map(locales.map((locale) => [locale, speaker(problemSentences, locale)]));
const keptProblem = z.object({ reason: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) });

/** What went wrong, as an attempt keeps it until its person looks. */
export function keepProblem({ reason, values }: ConnectionError): string {
  return JSON.stringify({ reason, values });
}

/** An attempt as its person sees it. */
export async function viewAttempt(manager: EntityManager, attempt: Attempt, locale: Locale): Promise<Connection> {
  const { organisationId, id, network, way, channelId, choices, problem, isAwaited, expiresAt } = attempt;
  const known = await knownChannels(manager, { organisationId, network });
  return {
    id, network, way, channelId, url: null, expiresAt: expiresAt.toISOString(),
    state: problem !== null ? 'failed' : isAwaited ? 'authorise' : 'choose',
    choices: choices.map(({ externalId, name, kind, followers }) => ({ externalId, name, kind, followers, knownChannelId: known.get(externalId) ?? null })),
    problem: problem === null ? null : sayProblem(problem, locale),
  };
}

function sayProblem(problem: string, locale: Locale): Connection['problem'] {
  const { reason, values } = keptProblem.parse(JSON.parse(problem));
  const isKnown = (word: string): word is ProblemReason => word in problemSentences.fr;
  return isKnown(reason) ? { reason, detail: voices.get(locale)?.(reason, values) ?? '' } : null;
}

/** Channels of the organisation by the identifier they have at a network. */
async function knownChannels(manager: EntityManager, { organisationId, network }: { organisationId: string; network: string }): Promise<Map<string, string>> {
  const rows: { id: string; externalId: string }[] = await manager.query(
    'SELECT id, external_id AS "externalId" FROM channel WHERE organisation_id = $1 AND network = $2 AND external_id IS NOT NULL', [organisationId, network],
  );
  return new Map(rows.map(({ id, externalId }) => [externalId, id]));
}
