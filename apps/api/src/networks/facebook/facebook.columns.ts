/**
 * Names of the columns of a Business Suite posts file, English first, then French. Compared without case, accents or
 * kinds of apostrophe and space. A file in two languages carries both: the first cell that is not empty counts.
 */
export const facebookColumns = {
  postId: ['Post ID', 'Identifiant de la publication'],
  pageId: ['Page ID', 'ID de la Page'],
  pageName: ['Page name', 'Nom de la page'],
  title: ['Title', 'Titre'],
  description: ['Description'],
  publishedAt: ['Publish time', 'Heure de publication'],
  permalink: ['Permalink', 'Permalien'],
  isShare: ['Is share', 'Est un partage'],
  postType: ['Post type', 'Type de publication'],
  date: ['Date'],
  views: ['Views', 'Vues'],
  reach: ['Reach', 'Couverture', 'Viewers', 'Spectateurs'],
  reactions: ['Reactions', 'Réactions'],
  comments: ['Comments', 'Commentaires'],
  shares: ['Shares', 'Partages'],
  clicks: ['Total clicks', 'Total des clics'],
  viewsOrganic: ['Views from Organic posts', 'Vues de Publications organiques'],
  viewsPaid: ['Views from Boosted posts', 'Vues de Publications boostées'],
  reachOrganic: ['Reach from Organic posts', 'Couverture de Publications organiques'],
  reachPaid: ['Reach from Boosted posts', 'Couverture de Publications boostées'],
  videoViews: ['3-second video views', 'Vues de vidéo de 3 secondes'],
  secondsViewed: ['Seconds viewed', 'Secondes regardées'],
} as const;

export type FacebookColumn = keyof typeof facebookColumns;

/** Names that no other network's file has: two of them tell a Facebook posts file. */
export const facebookSignature = [
  'Page ID', 'Page name', 'Is crosspost', 'Views from Organic posts', 'Reach from Organic posts',
  'ID de la Page', 'Nom de la page', 'Est un crosspostage', 'Vues de Publications organiques', 'Couverture de Publications organiques',
] as const;
