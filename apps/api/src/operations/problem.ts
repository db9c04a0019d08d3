import { HttpException } from '@nestjs/common';
import { type Locale, type Problem, type ProblemReason, type ProblemStatus, fieldSentences, locales, problemSentences, problemTitles, speaker } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import { ChangedMeanwhile } from './changed-meanwhile.js';
import { DomainError, type ProblemValues } from './domain-error.js';
import { InputRefused, type RefusedField } from './input-refused.js';
import { problemStatus } from './problem-status.js';
import { requestLanguage } from './request-language.js';

interface Refusal {
  reason: ProblemReason;
  values: ProblemValues;
  fields?: readonly RefusedField[];
  present?: object | null;
}

const voices = new Map(locales.map((locale) => [locale, makeVoice(locale)]));

/** An error as a problem of RFC 9457: a stable reason, a sentence with the cure, and nothing from inside. */
export function describeError(error: unknown, request: FastifyRequest): Problem & { reason: ProblemReason } {
  const { reason, values, fields, present } = refusalOf(error, request);
  const language = requestLanguage(request);
  const voice = voices.get(language) ?? makeVoice(language);
  const status = problemStatus[reason];
  const problem = { type: `urn:portee:problem:${reason}`, title: voice.title(status), status: Number(status), reason, detail: voice.problem(reason, values), ...(present === undefined ? {} : { present }) };
  if (fields === undefined) return problem;
  return { ...problem, fields: fields.map((field) => ({ path: field.path, message: voice.field(field.reason, { limit: field.limit }) })) };
}

function makeVoice(locale: Locale) {
  return { problem: speaker(problemSentences, locale), title: speaker<ProblemStatus>(problemTitles, locale), field: speaker(fieldSentences, locale) };
}

function refusalOf(error: unknown, request: FastifyRequest): Refusal {
  if (error instanceof ChangedMeanwhile) return { reason: error.reason, values: {}, present: error.present };
  if (error instanceof DomainError) return { reason: error.reason, values: error.values };
  if (error instanceof InputRefused) return { reason: 'invalid-input', values: {}, fields: error.fields };
  const reason = reasonByCode[codeOf(error)] ?? reasonOfStatus(statusOf(error));
  return { reason, values: { request: request.id } };
}

/** Codes that say more than a status: texts with signs that PostgreSQL cannot keep are the sender's fault. */
const reasonByCode: Record<string, ProblemReason> = { '22021': 'text-unreadable', '22P05': 'text-unreadable' };

const reasonByStatus: Record<number, ProblemReason> = {
  401: 'not-signed-in', 404: 'not-found', 413: 'body-too-large', 415: 'unsupported-media-type', 503: 'unavailable',
};

function reasonOfStatus(status: number): ProblemReason {
  return reasonByStatus[status] ?? (status >= 400 && status < 500 ? 'bad-request' : 'unexpected');
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' ? status : 500;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'driverError' in error ? codeOf(error.driverError) : '';
}
