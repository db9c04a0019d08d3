import { Module } from '@nestjs/common';
import { PostSpendService } from './post-spend.service.js';
import { PostsController } from './posts.controller.js';
import { PostsService } from './posts.service.js';
import { RenewMonths } from './renew-months.sweep.js';
import { ThemesController } from './themes.controller.js';
import { ThemesService } from './themes.service.js';

@Module({ controllers: [PostsController, ThemesController], providers: [PostSpendService, PostsService, ThemesService] })
export class PostsModule {}

/** Keeps the months at the present method. */
@Module({ providers: [RenewMonths] })
export class PostsWorkerModule {}
