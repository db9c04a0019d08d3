import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { describeError } from './problem.js';

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
  if (!reply.sent) reply.status(problem.status).headers({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' }).send(problem);
  return problem;
}
