import { readFile } from 'node:fs/promises';
import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Public } from '../accounts/access.js';
import { AnswersFile } from '../operations/answers.js';
import { ownFaces } from './report-fonts.js';

/** What a shared page is dressed in; it holds nothing of anybody. */
const assets = {
  'style.css': { path: new URL('./shared-page.css', import.meta.url), type: 'text/css; charset=utf-8' },
  'texte.ttf': { path: ownFaces.text, type: 'font/ttf' },
  'fort.ttf': { path: ownFaces.strong, type: 'font/ttf' },
  'titre.ttf': { path: ownFaces.head, type: 'font/ttf' },
} as const;
const assetName = z.enum(['style.css', 'texte.ttf', 'fort.ttf', 'titre.ttf']);

/** The style sheet and the fonts of shared pages: by fixed addresses, since the pages are not built. */
@Controller('partage/habits')
export class SharedAssetsController {
  @Public()
  @Get(':file')
  @AnswersFile('text/css')
  async read(@Param('file', { schema: assetName }) file: z.infer<typeof assetName>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { path, type } = assets[file];
    // An hour: after an upgrade a page and its dress must not be strangers for long.
    reply.header('cache-control', 'public, max-age=3600');
    return new StreamableFile(await readFile(path), { type });
  }
}
