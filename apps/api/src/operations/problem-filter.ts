import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Locale, Problem } from '@portee/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { TooManyTries } from './few-tries.js';
import { describeError } from './problem.js';
import { requestLanguage } from './request-language.js';

/** How a route refuses people who have nothing but a browser: by a page. Said in the route's configuration. */
export interface ProblemPage {
  headers: Record<string, string>;
  write: (problem: Problem, language: Locale) => string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    problemPage?: ProblemPage;
  }
}

/** Turns every error into an answer of RFC 9457, and writes down those that nobody foresaw. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: PinoLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = sendProblem(error, request, reply);
    if (problem.status >= 500) this.logger.error({ err: error, request: request.id }, problem.reason);
  }
}

/** Answers with the problem, unless the answer has left already. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): ReturnType<typeof describeError> {
  const problem = describeError(error, request);
  if (error instanceof TooManyTries) reply.header('retry-after', error.seconds);
  const page = request.routeOptions.config.problemPage;
  if (reply.sent) return problem;
  if (page !== undefined) reply.status(problem.status).headers({ ...page.headers, 'content-type': 'text/html; charset=utf-8' }).send(page.write(problem, requestLanguage(request)));
  else reply.status(problem.status).headers({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' }).send(problem);
  return problem;
}
