// What pages need of the contract besides its types. It stands apart from the schemas: with one of those a page would fetch the whole validator.

/** Signs of a team's word on a month. A board reads it on paper: half a page. */
export const MAX_COMMENT = 2_000;
export const objectiveMeasures = ['reach-rate', 'posts'] as const;
export const planLineKinds = ['rule', 'appointment', 'experiment', 'push', 'other'] as const;
export const postFormats = ['photo', 'album', 'video', 'short_video', 'live', 'link', 'text', 'event', 'story', 'email', 'other'] as const;

/** Lengths of the written plan: all of it at its longest, and what is drawn from data, are five pages. */
export const planTextLengths = { aims: 1_500, rule: 800, who: 80, where: 160, does: 240, rhythm: 200, adoptedBy: 120 } as const;
export const MAX_PUBLICS = 8;
export const MAX_DUTIES = 10;
/** The rules of the house, in the order in which they are read: tone, answers to comments, images and rights, what is never published. */
export const houseRules = ['tone', 'answers', 'images', 'never'] as const;
