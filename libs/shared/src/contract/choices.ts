// What pages need of the contract besides its types. It stands apart from the schemas: with one of those a page would fetch the whole validator.

/** Signs of a team's word on a month. A board reads it on paper: half a page. */
export const MAX_COMMENT = 2_000;
export const objectiveMeasures = ['reach-rate', 'posts'] as const;
export const planLineKinds = ['rule', 'appointment', 'experiment', 'push', 'other'] as const;
export const postFormats = ['photo', 'album', 'video', 'short_video', 'live', 'link', 'text', 'event', 'story', 'email', 'other'] as const;
