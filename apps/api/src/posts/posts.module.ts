import { Module } from '@nestjs/common';
import { PostSpendService } from './post-spend.service.js';
import { PostsController } from './posts.controller.js';
import { PostsService } from './posts.service.js';

@Module({ controllers: [PostsController], providers: [PostSpendService, PostsService] })
export class PostsModule {}
