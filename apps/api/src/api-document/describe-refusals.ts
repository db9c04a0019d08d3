import type { OpenAPIObject } from '@nestjs/swagger';
import { locales, type ProblemReason, problemSentences, problemTitles, speaker } from '@portee/shared';
import { problemStatus } from '../operations/problem-status.js';

const SCHEMA = { $ref: '#/components/schemas/Problem' };
const [, ENGLISH] = locales;
const say = speaker(problemSentences, ENGLISH);
const titles = speaker(problemTitles, ENGLISH);
/** What sentences name, in an invented case. */
const VALUES = { most: 100, limit: 200, count: 1, ids: '019a5c2e-0000-7000-8000-000000000000', name: 'contes', network: 'mastodon', day: '2026-12-24', seconds: 40, email: 'lou@exemple.be', scope: 'enter', right: 'importFiles', slug: 'le-cerisier', time: '18:30', from: '18:00', to: '20:00', field: 'mapping', request: 'req-7' };

type Refusal = NonNullable<NonNullable<OpenAPIObject['paths'][string]['get']>['responses'][string]>;

/** Refusals of an operation, a response for each status, with every reason known for it as an example. */
export function describeRefusals(reasons: readonly ProblemReason[]): Record<string, Refusal> {
  const statuses = Map.groupBy(reasons, (reason) => problemStatus[reason]);
  return Object.fromEntries([...statuses].toSorted(([one], [other]) => one.localeCompare(other)).map(([status, own]) => [status, {
    description: own.toSorted().join(', '),
    content: { 'application/problem+json': { schema: SCHEMA, examples: Object.fromEntries(own.toSorted().map((reason) => [reason, { $ref: `#/components/examples/${reason}` }])) } },
  }]));
}

/** What each reason looks like as an answer. */
export function refusalExamples(reasons: Iterable<ProblemReason>): Record<string, object> {
  return Object.fromEntries([...reasons].toSorted().map((reason) => {
    const status = problemStatus[reason];
    const fields = reason === 'invalid-input' ? { fields: [{ path: 'name', message: 'Missing or wrong.' }] } : {};
    return [reason, { value: { type: `urn:portee:problem:${reason}`, title: titles(status), status: Number(status), reason, detail: say(reason, VALUES), ...fields } }];
  }));
}
