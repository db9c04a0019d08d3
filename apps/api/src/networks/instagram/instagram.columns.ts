/** Names of the columns of a Business Suite file of Instagram posts or stories, English first, then French. */
export const instagramColumns = {
  postId: ['Post ID', 'Identifiant de la publication'],
  accountId: ['Account ID', 'ID du compte', 'Identifiant du compte'],
  username: ['Account username', 'Nom de profil du compte'],
  accountName: ['Account name', 'Nom du compte'],
  description: ['Description'],
  publishedAt: ['Publish time', 'Heure de publication'],
  permalink: ['Permalink', 'Permalien'],
  postType: ['Post type', 'Type de publication'],
  date: ['Date'],
  views: ['Views', 'Vues'],
  reach: ['Reach', 'Couverture'],
  likes: ['Likes', 'Mentions J’aime'],
  shares: ['Shares', 'Partages'],
  comments: ['Comments', 'Commentaires'],
  saves: ['Saves', 'Enregistrements'],
  linkClicks: ['Link clicks', 'Clics sur le lien'],
} as const;

export type InstagramColumn = keyof typeof instagramColumns;

/** Names that no other network's file has: two of them tell an Instagram file. */
export const instagramSignature = [
  'Account ID', 'Account username', 'Saves', 'Follows',
  'ID du compte', 'Identifiant du compte', 'Nom de profil du compte', 'Enregistrements', 'Mentions J’aime', 'Followers en plus',
] as const;
