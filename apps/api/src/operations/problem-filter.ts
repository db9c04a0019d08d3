import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type Locale, type Problem, type ProblemReason, type ProblemStatus, fieldSentences, locales, problemSentences, problemTitles, speaker } from '@portee/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { DomainError, type ProblemValues } from './domain-error.js';
import { InputRefused, type RefusedField } from './input-refused.js';
import { problemStatus } from './problem-status.js';
import { requestLanguage } from './request-language.js';

interface Refusal {
  reason: ProblemReason;
  values: ProblemValues;
  fields?: readonly RefusedField[];
}

const voices = new Map(locales.map((locale) => [locale, makeVoice(locale)]));

/** Turns every error into an answer of RFC 9457: a stable reason, a sentence with the cure, and nothing from inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: PinoLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = refusalOf(error, request);
    if (refusal.reason === 'unexpected') this.logger.error({ err: error, request: request.id }, 'unexpected error');
    if (reply.sent) return;
    const problem = describeProblem(refusal, requestLanguage(request));
    reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').header('cache-control', 'no-store').send(problem);
  }
}

function describeProblem({ reason, values, fields }: Refusal, language: Locale): Problem {
  const voice = voices.get(language) ?? makeVoice(language);
  const status = problemStatus[reason];
  const problem = { type: `urn:portee:problem:${reason}`, title: voice.title(status), status: Number(status), reason, detail: voice.problem(reason, values) };
  if (fields === undefined) return problem;
  return { ...problem, fields: fields.map((field) => ({ path: field.path, message: voice.field(field.reason, { limit: field.limit }) })) };
}

function makeVoice(locale: Locale) {
  return { problem: speaker(problemSentences, locale), title: speaker<ProblemStatus>(problemTitles, locale), field: speaker(fieldSentences, locale) };
}

function refusalOf(error: unknown, request: FastifyRequest): Refusal {
  if (error instanceof DomainError) return { reason: error.reason, values: error.values };
  if (error instanceof InputRefused) return { reason: 'invalid-input', values: {}, fields: error.fields };
  const reason = reasonOfCode(error) ?? reasonOfStatus(statusOf(error));
  return { reason, values: { request: request.id } };
}

/** Fastify's and its plug-ins' own codes where a status alone says too little. */
function reasonOfCode(error: unknown): ProblemReason | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'FST_REQ_FILE_TOO_LARGE') return 'body-too-large';
  return null;
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' ? status : 500;
}

const reasonByStatus: Record<number, ProblemReason> = {
  401: 'not-signed-in', 404: 'not-found', 405: 'method-not-allowed', 413: 'body-too-large', 415: 'unsupported-media-type', 422: 'invalid-input', 503: 'unavailable',
};

function reasonOfStatus(status: number): ProblemReason {
  const known = reasonByStatus[status];
  if (known) return known;
  return status >= 400 && status < 500 ? 'bad-request' : 'unexpected';
}
