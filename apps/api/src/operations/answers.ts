import { HttpCode, Injectable, SerializeOptions, StandardSchemaSerializerInterceptor, StreamableFile, applyDecorators } from '@nestjs/common';
import { ApiNoContentResponse, ApiResponse } from '@nestjs/swagger';
import type { ZodType } from 'zod';

/** What a route answers, lists included: only what the schema knows leaves the house, and the OpenAPI document says so. */
export function Answers(schema: ZodType, { status = 200 }: { status?: 200 | 201 | 202 } = {}): MethodDecorator {
  return applyDecorators(HttpCode(status), SerializeOptions({ schema }), ApiResponse({ status, standardSchema: schema }));
}

/** 204, without a body. */
export function AnswersNothing(): MethodDecorator {
  return applyDecorators(HttpCode(204), ApiNoContentResponse());
}

/** A file: bytes of this media type. */
export function AnswersFile(mediaType: string): MethodDecorator {
  return applyDecorators(ApiResponse({ status: 200, content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } } }));
}

type Serialized = ReturnType<StandardSchemaSerializerInterceptor['serialize']>;

/** Nest's own holds the schema against each element of a list; ours against the whole answer, as it is documented. */
@Injectable()
export class AnswerInterceptor extends StandardSchemaSerializerInterceptor {
  override serialize(...[response, schema, options]: Parameters<StandardSchemaSerializerInterceptor['serialize']>): Serialized {
    const isPlain = typeof response === 'object' && response !== null && !(response instanceof StreamableFile);
    return schema && isPlain ? this.transformToPlain(response, schema, options) : response;
  }
}
