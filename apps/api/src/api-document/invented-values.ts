/** Whole values for parts of the contract whose fields must agree with one another, by the schema's identifier. */
export const inventedWholes: Record<string, unknown> = {
  Instant: '2026-11-02T06:00:00.000Z',
  Day: '2026-10-15',
  AskedDay: '2026-10-15',
  Month: '2026-10',
  AskedMonth: '2026-10',
  ClockTime: '18:30',
  Role: 'coordinator',
  ColumnMapping: {
    columns: { published_at: 'Date', format: 'Type', reach: 'Couverture', likes: 'J’aime' }, timeZone: 'Europe/Brussels', dateOrder: 'day-first', newChannel: { network: 'facebook', name: 'Le Cerisier' },
  },
};

/**
 * What the examples of the OpenAPI document say, by the name of a field (`Schema.field` where a name means several things): invented figures of a centre
 * that does not exist. Of several values the first that the schema takes is shown.
 */
export const inventedValues: Record<string, readonly unknown[]> = {
  // Who and where
  slug: ['le-cerisier'], organisation: ['Le Cerisier'], 'Organisation.name': ['Le Cerisier'], timeZone: ['Europe/Brussels'], fileTimeZone: ['Europe/Brussels'],
  email: ['coordination@cerisier.example'], language: ['fr'], password: ['une phrase assez longue'], current: ['une phrase assez longue'], wanted: ['une autre phrase assez longue'],
  'Member.name': ['Camille Renard'], 'Member.id': ['nP4xW0aQ7tJkYc2L'], invitedBy: ['Camille Renard'], madeBy: ['Camille Renard'], 'HostedOrganisation.people': [4], 'HostedOrganisation.channels': [6], 'OrganisationLimits.channels': [12], storageBytes: [48_200_000], lastCollectedAt: ['2026-11-02T06:00:00.000Z'], reads: [7], lastReadAt: ['2026-11-12T18:20:00.000Z'], createdBy: ['Camille Renard'], by: ['coordinator'], closedBy: ['coordinator'],
  'ApiToken.name': ['le tableur de la direction'], 'NewApiToken.name': ['le tableur de la direction'], 'CreateApiToken.name': ['le tableur de la direction'], token: ['portee_vB9mQ2cXr7Lk0TzHn4WdJy8sEuPa1FgOi6RbYtNx3Kq', 'vB9mQ2cXr7Lk0TzHn4WdJy8sEuPa1FgOi6RbYtNx3Kq'],
  scopes: [['read'], ['enter']], expiresInDays: [90], userAgent: ['Firefox 145, Linux'], code: ['482913'], setupCode: ['K7QF-2M9X'], link: ['https://portee.example/invitation#vB9mQ2cXr7Lk0TzHn4WdJy8sEuPa1FgOi6RbYtNx3Kq'],
  recoveryCodes: [['4fQ7m-Xr2Lk', '9sEuP-a1FgO']], secret: ['JBSWY3DPEHPK3PXP'], clientId: ['portee-cerisier'], clientSecret: ['secret-du-reseau'],
  'Webhook.url': ['https://outil.exemple.be/portee'], 'NewWebhook.url': ['https://outil.exemple.be/portee'], 'CreateWebhook.url': ['https://outil.exemple.be/portee'], 'NewWebhook.secret': ['whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD3vB9mQ2cXr8='], disabledAt: [null], failingSince: [null], formerSecretUntil: [null],
  // Channels and networks
  network: ['mastodon', 'facebook'], networkLabel: ['Mastodon'], networkName: ['Mastodon'], label: ['Mastodon'], channel: ['Le Cerisier'], 'Channel.name': ['Le Cerisier'], name: ['Le Cerisier'], externalId: ['109348572104'],
  kind: ['account', 'page'], channelKinds: [['account']], address: ['https://mastodon.example', 'otpauth://totp/Portee:camille?secret=JBSWY3DPEHPK3PXP', 'https://portee.example/api/v1/plan.ics?token=vB9mQ2cXr7Lk0TzHn4WdJy8sEuPa1FgOi6RbYtNx3Kq'],
  state: ['connected', 'applied', 'done', 'choose', 'under-way', 'under_way', 'filled', 'free'], trouble: [null], troubleSince: [null], limitedUntil: [null], parentChannelId: [null], accessEndsAt: [null], lastRun: [null], refusal: [null], finishedAt: ['2026-11-02T06:00:40.000Z'],
  source: ['api'], sourceMetric: ['favourites_count'], measure: ['reach', 'reach-rate', 'views'], definition: ['views'],
  // Days
  from: ['2026-10-01', '2026-01', '2026-10', 'calendar'], to: ['2026-10-31', '2026-10', '2026-12'], fromDay: ['2026-09-03'], toDay: [null, '2026-12-31'], day: ['2026-10-15'], month: ['2026-10'], months: [6], firstMonth: ['2024-01'], lastMonth: ['2026-10'], today: ['2026-11-02'], quarter: ['2026-Q4'],
  startsDay: ['2026-11-09'], lastDay: ['2026-12-20'], publishedAt: ['2026-10-15T16:30:00.000Z'], localDay: ['2026-10-15'], localTime: ['18:30'], time: ['18:30'], endTime: ['22:00'], hour: [18], weekday: [4, 'thu'], expiresAt: ['2026-12-14T09:00:00.000Z'], deletedAt: [null],
  observedAt: ['2026-11-02T06:00:00.000Z'], validFrom: ['2024-01-01'], validUntil: [null], cutAt: [null], endedAt: [null], closedAt: [null], appointmentDay: ['2026-10-15'], movedToDay: ['2026-10-16'], movedToTime: ['19:00'],
  // Posts and figures
  format: ['photo', 'portee-posts'], text: ['Jeudi, soirée contes au coin du feu. Entrée libre dès 6 ans.'], title: ['Soirée contes', 'Le concert de jeudi'], excerpt: ['Jeudi, soirée contes au coin du feu'], url: ['https://mastodon.example/@cerisier/109348572104'],
  followers: [1240], followersEstimated: [false], reach: [412], reachOrganic: [412], reachPaid: [null], reachFollowers: [null], views: [538], viewsOrganic: [null], viewsPaid: [null], likes: [31], comments: [4], shares: [6], saves: [null], clicks: [null],
  reachRate: [0.332], shareRate: [0.0145], sharesPerLike: [0.194], interactions: [41], paid: [false, null], isFinal: [true], ageDays: [18], ineligible: [null], median: [0.31], posts: [12], value: [412, 538], target: [0.3, 12], progress: [null], outcome: [null], unusual: [null],
  effect: [0.38], low: [0.09], high: [0.74], verdict: ['do_more'], dimension: ['hour_band'], level: ['evening', 'post'], against: ['morning'], sees: [0.4], eachArm: [14], methodVersion: [3], metric: ['reach-rate'], fingerprint: ['f3a91c'], sigma: [0.7],
  hours: [9.5], euros: [45], eurosOfChannel: [45], version: [3, 1], count: [12], total: [48], test: [null], 'Recommendation.test': [null], standIn: [null], adjusted: [null],
  followersReached: [null], growing: [0], change: [18], since: ['2026-10-01'], until: ['2026-10-31'], share: [0.62], rate: [0.31], cost: [1.1], gain: [14], others: [null], reason: [null], expected: [null],
  // What people write
  comment: ['Un mois porté par les contes : la salle était pleine.'], note: ['Demander la photo à l’animatrice.'], place: ['Grande salle'], q: ['concert'], words: [['conte', 'contes']], phrases: [['partagez avec vos voisins']], excluded: [[]],
  role: ['reader', 'coordinator', 'annonce'], audience: ['Le public de la commune'], door: ['api'], before: ['visionnages de la page', 120], after: ['visionnages du profil', 138], tone: ['Simple et chaleureux, on vouvoie.'], answers: ['Dans les deux jours ouvrables.'],
  images: ['Avec l’accord écrit des personnes.'], never: ['Rien sur la vie privée de qui que ce soit.'], aims: ['Remplir les ateliers du mercredi.'], who: ['Les familles du quartier'], where: ['Facebook et l’affiche du hall'], does: ['Écrit et publie'], rhythm: ['Deux fois par semaine'], adoptedBy: ['le conseil'],
  // Files
  fileName: ['octobre.csv'], fileBytes: [18_432], rows: [{ read: 48, accepted: 48, rejected: 0 }], problems: [[]], problemsTotal: [0], problem: [null], preview: [null], nextCursor: [null], cursor: [null],
  subject: ['octobre.csv'], act: ['file-received'], detail: ['Ce canal n’existe pas, ou n’existe plus.'],
};
