import {
  channel, demonstrationPlace, followersOnDay, importView, monthlyFigure, monthlyReport, networkDescriptor, organisationView, postDetail, postPage, session, unpaidPeriod,
} from '@portee/shared';
import { z } from 'zod';

/** Every answer the web reads, by name. Only development and tests load these schemas: the page itself carries their types alone. */
export const answers = {
  session, organisation: organisationView, demonstration: demonstrationPlace,
  channel, channels: z.array(channel), followers: z.array(followersOnDay),
  monthlyFigure, monthlyFigures: z.array(monthlyFigure), unpaidPeriod, unpaidPeriods: z.array(unpaidPeriod),
  networks: z.array(networkDescriptor), monthlyReport, posts: postPage, post: postDetail,
  import: importView, imports: z.array(importView), nothing: z.null(),
};

export type Answers = { [Name in keyof typeof answers]: z.infer<(typeof answers)[Name]> };

/** Throws where an answer breaks the contract. */
export function checkAnswer(name: keyof Answers, body: unknown): void {
  answers[name].parse(body);
}
