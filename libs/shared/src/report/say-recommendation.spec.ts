import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eveningInstagram, ordinaryPage, sampleBasis, sampleMonths, sampleOutlook, sampleRecord, seamedPage, smallPage, tuesdayNewsletter } from '../../../../test/fixtures/outlook.sample.js';
import { recommendationDimensions, type Recommendation, verdictReasons, verdicts, type ChannelOutlook } from '../contract/recommendation.contract.js';
import { adviceWords } from './advice-words.js';
import { sayBestGuess, sayChange, sayRecommendation } from './say-recommendation.js';

const [fr, en] = [adviceWords('fr'), adviceWords('en')];
/** Every kind of space as a plain one, so that expected sentences can be read; that they are set is checked apart. */
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

type Said = Partial<Recommendation> & Pick<Recommendation, 'dimension' | 'verdict'>;
interface Case { record: Said; context?: Partial<ChannelOutlook>; title: string; text: string; english: string }

const range = { effect: 0.38, low: 0.12, high: 0.7, posts: 64 };
const test = { recommendationId: sampleRecord(1, 1, { dimension: 'hour_band', verdict: 'test' }).id, dimension: 'hour_band', level: 'evening', against: 'morning', sees: 1, eachArm: 19, months: 4.2, isTooLong: false } as const;

const cases: Case[] = [
  {
    record: { dimension: 'hour_band', level: 'evening', verdict: 'do_more', ...range },
    title: 'Vos publications de début de soirée touchent environ 38 % de personnes en plus.',
    text: 'Par rapport à vos autres publications comparables, probablement entre +12 % et +70 %. 64 publications sur 312, de 17 h à 21 h.',
    english: 'Your early evening posts reach about 38% more people. Against your other comparable posts, likely between +12% and +70%. 64 posts of 312, from 17:00 to 21:00.',
  },
  {
    record: { dimension: 'hour_band', level: 'morning', verdict: 'do_less', effect: -0.25, low: -0.4, high: -0.08, posts: 103 },
    title: 'Vos publications du matin touchent environ 25 % de personnes en moins.',
    text: 'Par rapport à vos autres publications comparables, probablement entre −40 % et −8 %. 103 publications sur 312, de 6 h à 12 h.',
    english: 'Your morning posts reach about 25% fewer people. Against your other comparable posts, likely between −40% and −8%. 103 posts of 312, from 06:00 to 12:00.',
  },
  {
    // +130 % is 2.3 times as many; +190 % is 2.9 times
    record: { dimension: 'format', level: 'short_video', verdict: 'do_more', effect: 1.3, low: 0.8, high: 1.9, posts: 41 },
    title: 'Vos vidéos courtes touchent environ 2,3 fois plus de personnes.',
    text: 'Par rapport à vos autres publications comparables, environ ×2,3 (probablement entre +80 % et ×2,9). 41 publications sur 312.',
    english: 'Your short videos reach about 2.3 times as many people. Against your other comparable posts, about ×2.3 (likely between +80% and ×2.9). 41 posts of 312.',
  },
  {
    record: { dimension: 'weekday', level: 'thu', verdict: 'do_more', ...range, posts: 63 },
    context: { basis: sampleBasis({ isPaidUnknown: true }) },
    title: 'Vos publications du jeudi touchent environ 38 % de personnes en plus.',
    text: 'Par rapport à vos autres publications comparables, probablement entre +12 % et +70 %. 63 publications sur 312. Sponsorisé non distingué.',
    english: 'Your Thursday posts reach about 38% more people. Against your other comparable posts, likely between +12% and +70%. 63 posts of 312. Pushed posts are not told apart.',
  },
  {
    record: { dimension: 'share_oriented', level: 'yes', verdict: 'do_more', ...range },
    title: 'Vos publications qui invitent à partager touchent environ 38 % de personnes en plus.',
    text: 'Par rapport à vos autres publications comparables, probablement entre +12 % et +70 %. 64 publications sur 312.',
    english: 'Your posts that ask to be shared reach about 38% more people. Against your other comparable posts, likely between +12% and +70%. 64 posts of 312.',
  },
  {
    record: { dimension: 'rendezvous', level: 'yes', verdict: 'do_more', ...range },
    title: 'Vos publications de rendez-vous régulier touchent environ 38 % de personnes en plus.',
    text: 'Par rapport à vos autres publications comparables, probablement entre +12 % et +70 %. 64 publications sur 312. Un rendez-vous et son créneau (même jour, même heure) ne se distinguent pas.',
    english: 'Your posts of your regular appointment reach about 38% more people. Against your other comparable posts, likely between +12% and +70%. 64 posts of 312. An appointment and its slot (same day, same hour) cannot be told apart.',
  },
  {
    record: { dimension: 'hour_band', level: 'evening', verdict: 'test', effect: 0.32, low: -0.06, high: 0.9, posts: 16 },
    context: { test },
    title: 'Peut-être mieux en début de soirée, mais vos chiffres ne permettent pas de le savoir.',
    text: 'Essai proposé : 38 publications, la moitié en début de soirée, la moitié le matin, environ 4 mois (assez pour voir un doublement, pas moins). 16 publications sur 312, de 17 h à 21 h.',
    english: 'Perhaps better in the early evening, but your figures cannot tell. Proposed test: 38 posts, half of them in the early evening, half in the morning, about 4 months (enough to see a doubling, not less). 16 posts of 312, from 17:00 to 21:00.',
  },
  {
    record: { dimension: 'hour_band', level: 'evening', verdict: 'test', effect: 0.32, low: -0.06, high: 0.9, posts: 16 },
    context: { test: { ...test, sees: 0.32 }, basis: sampleBasis({ organic: 61, posts: 61, cutAt: '2026-06-15' }) },
    title: 'Peut-être mieux en début de soirée, mais vos chiffres ne permettent pas de le savoir.',
    text: 'Essai proposé : 38 publications, la moitié en début de soirée, la moitié le matin, environ 4 mois (assez pour voir un écart de 32 %, pas moins). 16 publications sur 61, de 17 h à 21 h. Le 15 juin 2026, le réseau a changé sa façon de compter : rien d’avant n’est compté.',
    english: 'Perhaps better in the early evening, but your figures cannot tell. Proposed test: 38 posts, half of them in the early evening, half in the morning, about 4 months (enough to see a difference of 32%, not less). 16 posts of 61, from 17:00 to 21:00. On 15 June 2026, the network changed its way of counting: nothing before that is counted.',
  },
  {
    record: { dimension: 'share_oriented', level: 'yes', verdict: 'test', effect: -0.3, low: -0.5, high: 0.02, posts: 16 },
    context: { test: { ...test, dimension: 'share_oriented', level: 'yes', against: 'no', sees: -0.3, months: 0.9, eachArm: 28 } },
    title: 'Peut-être moins bien en invitant à partager, mais vos chiffres ne permettent pas de le savoir.',
    text: 'Essai proposé : 56 publications, la moitié en invitant à partager, la moitié sans inviter à partager, environ un mois (assez pour voir une baisse de 30 %, pas moins). 16 publications sur 312.',
    english: 'Perhaps worse when you ask people to share, but your figures cannot tell. Proposed test: 56 posts, half of them when you ask people to share, half without asking people to share, about a month (enough to see a fall of 30%, not less). 16 posts of 312.',
  },
  {
    record: { dimension: 'format', level: 'video', verdict: 'test', effect: 0.2, low: -0.06, high: 0.5, posts: 16 },
    context: { test: { ...test, dimension: 'format', level: 'video', against: 'photo', sees: 0.2, eachArm: 270, months: 45, isTooLong: true } },
    title: 'Peut-être mieux avec des vidéos, mais vos chiffres ne permettent pas de le savoir.',
    text: 'Votre canal publie trop peu pour le savoir en un an : choisissez ce qui convient à votre équipe. 16 publications sur 312.',
    english: 'Perhaps better with videos, but your figures cannot tell. Your channel is too small to know this within a year: choose what suits your team. 16 posts of 312.',
  },
  {
    record: { dimension: 'hour_band', level: 'night', verdict: 'no_clear_difference', effect: 0.01, low: -0.15, high: 0.18, posts: 1 },
    title: 'Aucune différence visible entre vos publications de fin de soirée et de nuit et les autres.',
    text: 'S’il y en a une, elle se situe probablement entre −15 % et +18 %. Publiez quand cela vous arrange. 1 publication sur 312, de 21 h à 6 h.',
    english: 'No visible difference between your late evening and night posts and the others. If there is one, it is likely between −15% and +18%. Post when it suits you. 1 post of 312, from 21:00 to 06:00.',
  },
  {
    // +0.4 % is neither « +0 % » nor « moins de 1 % », which would not say on which side
    record: { dimension: 'format', level: 'album', verdict: 'no_clear_difference', effect: -0.06, low: -0.15, high: 0.004, posts: 9 },
    title: 'Aucune différence visible entre vos albums photo et les autres.',
    text: 'S’il y en a une, elle se situe probablement entre −15 % et 0 %. Choisissez le format qui convient au sujet. 9 publications sur 312.',
    english: 'No visible difference between your photo albums and the others. If there is one, it is likely between −15% and 0%. Choose the format that suits the subject. 9 posts of 312.',
  },
  {
    // likely more, and yet no gate let it pass: "no visible difference" would contradict the range
    record: { dimension: 'share_oriented', level: 'yes', verdict: 'no_clear_difference', effect: 0.35, low: 0.07, high: 0.71, posts: 18 },
    title: 'Vos publications qui invitent à partager touchent peut-être plus de personnes, mais c’est trop peu sûr pour un conseil.',
    text: 'L’écart se situe probablement entre +7 % et +71 % ; nos vérifications, plus exigeantes, ne le confirment pas. 18 publications sur 312.',
    english: 'Your posts that ask to be shared may reach more people, but this is too unsure to advise it. The difference is likely between +7% and +71%; our stricter checks do not confirm it. 18 posts of 312.',
  },
  {
    // 5 of 61 posts at 12 a month: 0.98 a month, three are missing: 93 days from 25 October on
    record: { dimension: 'format', level: 'short_video', verdict: 'not_enough_data', reason: 'too-few-posts', posts: 5 },
    context: { basis: sampleBasis({ organic: 61, posts: 61, until: '2026-10-25' }) },
    title: 'Vidéos courtes : 5 publications, il en faut au moins 8.',
    text: 'D’ici là, Portée ne conseille rien : un écart sur si peu de publications tient souvent au hasard. À votre rythme, une par mois environ, la réponse pourra venir fin janvier.',
    english: 'Short videos: 5 posts, at least 8 are needed. Until then Portée gives no advice: a difference between so few posts is often chance. At your pace, about one a month, the answer may come in late January.',
  },
  {
    record: { dimension: 'weekday', level: 'sun', verdict: 'not_enough_data', reason: 'too-few-posts', posts: 1 },
    context: { basis: sampleBasis({ organic: 61, posts: 61 }) },
    title: 'Le dimanche : 1 publication, il en faut au moins 8.',
    // one in 61 of twelve a month: seven more would take three years
    text: 'D’ici là, Portée ne conseille rien : un écart sur si peu de publications tient souvent au hasard.',
    english: 'On Sundays: 1 post, at least 8 are needed. Until then Portée gives no advice: a difference between so few posts is often chance.',
  },
  {
    record: { dimension: 'weekday', level: 'tue', verdict: 'not_enough_data', reason: 'too-few-posts', posts: 46 },
    context: { basis: sampleBasis({ organic: 46, posts: 46 }) },
    title: 'Vous publiez toujours le mardi : il faut au moins 8 autres publications pour comparer.',
    text: '46 publications sur 46.',
    english: 'You always post on Tuesdays: at least 8 other posts are needed to compare. 46 posts of 46.',
  },
  {
    record: { dimension: 'hour_band', level: null, verdict: 'not_enough_data', reason: 'channel-too-small' },
    context: { basis: sampleBasis({ organic: 0, posts: 0, postsAMonth: 0, from: '2026-06-15', cutAt: '2026-06-15' }) },
    title: 'Aucune publication jugée, il en faut au moins 20 pour comparer.',
    text: 'D’ici là, Portée ne conseille rien : un écart sur si peu de publications tient souvent au hasard. Le 15 juin 2026, le réseau a changé sa façon de compter : rien d’avant n’est compté.',
    english: 'No post can be judged, at least 20 are needed to compare. Until then Portée gives no advice: a difference between so few posts is often chance. On 15 June 2026, the network changed its way of counting: nothing before that is counted.',
  },
  {
    // two others in 46: 0.52 a month at 12 a month, six are missing: under a year
    record: { dimension: 'format', level: 'email', verdict: 'not_enough_data', reason: 'too-few-posts', posts: 44 },
    context: { basis: sampleBasis({ organic: 46, posts: 46, until: '2026-11-23' }) },
    title: 'Vos publications sont presque toutes des lettres d’information : il en faut au moins 8 autres pour comparer.',
    text: '44 publications sur 46. À votre rythme, une tous les 2 mois environ, la réponse pourra venir début novembre 2027.',
    english: 'Nearly all your posts are newsletters: at least 8 others are needed to compare. 44 posts of 46. At your pace, about one every 2 months, the answer may come in early November 2027.',
  },
  {
    // 8 are missing at 3 a month: two months and twenty days
    record: { dimension: 'hour_band', level: 'evening', verdict: 'not_enough_data', reason: 'channel-too-small', posts: 8 },
    context: { basis: sampleBasis({ organic: 12, posts: 12, postsAMonth: 3, until: '2026-11-23' }) },
    title: '12 publications jugées, il en faut au moins 20 pour comparer.',
    text: 'Dont 8 en début de soirée. D’ici là, Portée ne conseille rien : un écart sur si peu de publications tient souvent au hasard. À votre rythme, environ 3 par mois, la réponse pourra venir à la mi-février.',
    english: '12 posts can be judged, at least 20 are needed to compare. 8 of them in the early evening. Until then Portée gives no advice: a difference between so few posts is often chance. At your pace, about 3 a month, the answer may come in mid-February.',
  },
  {
    record: { dimension: 'hour_band', verdict: 'not_enough_data', reason: 'no-reach' },
    context: { givesReach: false },
    title: 'Ce réseau ne dit pas combien de personnes ont vu vos publications.',
    text: 'Sans ce chiffre, ni moment ni format ne se comparent. Les partages et les j’aime restent lisibles.',
    english: 'This network does not say how many people saw your posts. Without that figure, neither times nor formats compare. Shares and likes can still be read.',
  },
  {
    // the network counts people, and no reading has them
    record: { dimension: 'hour_band', verdict: 'not_enough_data', reason: 'no-reach' },
    title: 'Les chiffres relevés ne disent pas combien de personnes ont vu vos publications.',
    text: 'Sans ce chiffre, ni moment ni format ne se comparent. Les partages et les j’aime restent lisibles.',
    english: 'The figures read do not say how many people saw your posts. Without that figure, neither times nor formats compare. Shares and likes can still be read.',
  },
  {
    record: { dimension: 'paid', level: 'yes', verdict: 'no_clear_difference', reason: 'paid-is-chosen', effect: 1.5, low: 0.9, high: 2.2, posts: 12 },
    title: 'Vos publications sponsorisées ont touché environ 2,5 fois plus de personnes.',
    text: 'Environ ×2,5 (probablement entre ×1,9 et ×3,2), sur 12 publications sponsorisées. Vous choisissez ce que vous sponsorisez : une partie de l’écart peut venir de la publication elle-même. Pour le savoir : entre deux publications semblables, tirez au sort celle que vous sponsorisez.',
    english: 'Your pushed posts reached about 2.5 times as many people. About ×2.5 (likely between ×1.9 and ×3.2), over 12 pushed posts. You choose which posts to push, so part of this may be the post itself. To find out: of two similar posts, draw by lot the one you push.',
  },
  {
    record: { dimension: 'channel', level: 'Le Lavoir', verdict: 'do_more', effect: 0.6, low: 0.3, high: 0.95, posts: 100 },
    title: 'Ce canal touche, pour 100 abonnés, environ 60 % de personnes de plus que vos autres canaux.',
    text: 'Probablement entre +30 % et +95 %, comparé mois par mois, sur 100 publications. Être abonné ne veut pas dire la même chose d’un réseau à l’autre : un taux plus haut n’est pas plus de personnes.',
    english: 'For 100 followers, this channel reaches about 60% more people than your other channels. Likely between +30% and +95%, compared month by month, over 100 posts. Following does not mean the same on each network: a higher rate is not more people.',
  },
  {
    record: { dimension: 'channel', level: 'Le Lavoir', verdict: 'not_enough_data', reason: 'too-few-months', posts: 9 },
    title: 'Trop peu de mois en commun pour comparer ce canal aux autres.',
    text: 'Il faut au moins 4 mois où chaque canal compte 2 publications jugées. 9 publications. Être abonné ne veut pas dire la même chose d’un réseau à l’autre : un taux plus haut n’est pas plus de personnes.',
    english: 'Too few months in common to compare this channel with the others. At least 4 months are needed in which each channel has 2 posts that can be judged. 9 posts. Following does not mean the same on each network: a higher rate is not more people.',
  },
  {
    record: { dimension: 'trend', level: 'annual', verdict: 'worsening', effect: -0.22, low: -0.35, high: -0.06, posts: 121 },
    context: { trend: { months: sampleMonths(14, 0.06), couldBeSeason: false, mixChanged: false, unusual: null } },
    title: 'Votre portée baisse : environ 22 % de moins par an.',
    text: 'Probablement entre 6 % et 35 % de moins par an, sur 14 mois et 121 publications.',
    english: 'Your reach is falling: about 22% less a year. Likely between 6% and 35% less a year, over 14 months and 121 posts.',
  },
  {
    // one end under 1 %: neither « 0 % » nor the other side
    record: { dimension: 'trend', level: 'annual', verdict: 'worsening', effect: -0.2, low: -0.35, high: -0.004, posts: 121 },
    title: 'Votre portée baisse : environ 20 % de moins par an.',
    text: 'Probablement entre moins de 1 % et 35 % de moins par an, sur 20 mois et 121 publications.',
    english: 'Your reach is falling: about 20% less a year. Likely between under 1% and 35% less a year, over 20 months and 121 posts.',
  },
  {
    record: { dimension: 'trend', level: 'annual', verdict: 'improving', effect: 0.22, low: 0.04, high: 0.45, posts: 80 },
    context: { trend: { months: sampleMonths(8, 0.06), couldBeSeason: true, mixChanged: true, unusual: null } },
    title: 'Votre portée monte : environ 22 % de plus par an.',
    text: 'Probablement entre 4 % et 45 % de plus par an, sur 8 mois et 80 publications. Avec moins de 13 mois, cela pourrait être la saison. Vos formats, jours ou heures ont changé en chemin : lisez aussi les mois à habitudes égales.',
    english: 'Your reach is rising: about 22% more a year. Likely between 4% and 45% more a year, over 8 months and 80 posts. With fewer than 13 months, this could be the season. Your formats, days or hours changed on the way: read the months with habits held equal as well.',
  },
  {
    record: { dimension: 'trend', level: 'annual', verdict: 'not_enough_data', reason: 'too-few-months', posts: 14 },
    context: { trend: { months: sampleMonths(4, 0.06), couldBeSeason: true, mixChanged: false, unusual: null }, basis: sampleBasis({ postsAMonth: 3.5, until: '2026-10-31' }) },
    title: 'Trop tôt pour parler de tendance.',
    text: '4 mois comptent au moins 3 publications jugées ; il en faut 6. 14 publications en tout. À votre rythme, environ 4 par mois, la réponse pourra venir fin décembre.',
    english: 'Too early to speak of a trend. 4 months have at least 3 posts that can be judged; 6 are needed. 14 posts in all. At your pace, about 4 a month, the answer may come in late December.',
  },
  {
    record: { dimension: 'change_point', level: '2026-03-01', verdict: 'worsening', effect: -0.31, low: -0.45, high: -0.14, posts: 312 },
    title: 'Votre portée a baissé vers mars 2026, à 2 mois près : environ 31 % de moins depuis.',
    text: 'Probablement entre 14 % et 45 % de moins, sur 20 mois et 312 publications. Ce qui s’est passé alors (formats, équipe, réseau) coïncide ; ce n’est pas forcément la cause.',
    english: 'Your reach fell around March 2026, give or take 2 months: about 31% less since. Likely between 14% and 45% less, over 20 months and 312 posts. What happened then (formats, team, network) coincides; it need not be the cause.',
  },
];

describe('a recommendation in words', () => {
  it.each(cases)('$record.dimension, $record.verdict: $title', ({ record, context = {}, title, text, english }) => {
    const outlook = sampleOutlook(1, { network: 'facebook', ...context });
    const inFrench = sayRecommendation(sampleRecord(1, 1, record), outlook, fr);
    expect(plain(inFrench.title)).toBe(title);
    expect(plain([inFrench.text, ...(inFrench.prospect === null ? [] : [inFrench.prospect])].join(' '))).toBe(text);
    const inEnglish = sayRecommendation(sampleRecord(1, 1, record), outlook, en);
    expect(plain([inEnglish.title, inEnglish.text, ...(inEnglish.prospect === null ? [] : [inEnglish.prospect])].join(' '))).toBe(english);
  });

  it.each([
    { verdict: 'do_more', state: 'Indice solide', mark: 'full', says: true },
    { verdict: 'do_less', state: 'Indice solide', mark: 'full', says: true },
    { verdict: 'test', state: 'À vérifier', mark: 'hollow', says: false },
    { verdict: 'no_clear_difference', state: 'Trop peu sûr', mark: 'rest', says: true }, // its range lies on one side
    { verdict: 'no_clear_difference', low: -0.15, state: 'Pas de différence visible', mark: 'rest', says: true },
    { verdict: 'not_enough_data', state: 'Pas encore assez de données', mark: 'dashed', says: false },
  ] as const)('$verdict is « $state », and « probablement » is explained where it is said', ({ verdict, state, mark, says, ...rest }) => {
    const said = sayRecommendation(sampleRecord(1, 1, { dimension: 'weekday', level: 'mon', verdict, ...range, ...rest, effect: verdict === 'do_less' ? -0.2 : 0.2 }), sampleOutlook(1, { network: 'facebook' }), fr);
    expect(said).toMatchObject({ state, mark });
    expect(said.help !== null).toBe(says);
    expect(said.text.includes('robablement')).toBe(says);
  });

  it('sets the narrow spaces of French and holds numbers to their nouns', () => {
    const { title, text } = sayRecommendation(sampleRecord(1, 1, { dimension: 'hour_band', level: 'evening', verdict: 'do_more', ...range }), sampleOutlook(1, { network: 'facebook' }), fr);
    expect(title).toContain('38\u202F% de');
    expect(text).toContain('64\u00A0publications');
    expect(text).toContain('17\u00A0h à 21\u00A0h');
  });

  it('speaks Dutch as Dutch is built', () => {
    const { title, text } = sayRecommendation(sampleRecord(1, 1, { dimension: 'hour_band', level: 'evening', verdict: 'do_more', ...range }), sampleOutlook(1, { network: 'facebook' }), adviceWords('nl'));
    expect(title).toBe('Jullie berichten in de vooravond bereiken ongeveer 38% meer mensen.');
    expect(text).toContain('van 17:00 tot 21:00.');
  });
});

describe('what stands beside it', () => {
  it('names a level to take without a preference only where there is nothing better', () => {
    const [solid, grey] = eveningInstagram().headlines;
    expect(solid && sayBestGuess(solid, fr)).toBeNull();
    expect(grey && plain(sayBestGuess(grey, fr) ?? '')).toBe('Si vous n’avez pas de préférence : le jeudi.');
    expect(sayBestGuess({ dimension: 'format', recommendationId: null, bestGuess: null }, fr)).toBeNull();
  });

  it('says what it was before, the past month or before a day', () => {
    const outlook = seamedPage();
    const [evening, other] = outlook.records;
    expect(evening && plain(sayChange(evening, outlook, fr) ?? '')).toBe('Le mois passé : pas de différence visible.');
    expect(evening && plain(sayChange(evening, { ...outlook, madeAt: '2026-12-02T06:00:00Z' }, fr) ?? '')).toBe('Avant le 9 novembre 2026 : pas de différence visible.');
    expect(other && sayChange(other, outlook, fr)).toBeNull();
  });
});

const fractionOrNull = fc.option(fc.double({ min: -1, max: 50, noNaN: true }), { nil: null });
const levels = ['morning', 'night', 'mon', 'sun', 'photo', 'other', 'yes', 'no', 'any', 'annual', '2026-03-01', 'constructor', '{evil} <b>', null];
const anyRecord = fc.record({
  dimension: fc.constantFrom(...recommendationDimensions), verdict: fc.constantFrom(...verdicts), reason: fc.option(fc.constantFrom(...verdictReasons), { nil: null }),
  level: fc.constantFrom(...levels), effect: fractionOrNull, low: fractionOrNull, high: fractionOrNull, posts: fc.nat(20_000),
});
const outlooks = [seamedPage(), eveningInstagram(), tuesdayNewsletter(), smallPage(), ordinaryPage()];
const anyContext = fc.record({
  outlook: fc.constantFrom(...outlooks), organic: fc.nat(20_000), postsAMonth: fc.double({ min: 0, max: 400, noNaN: true }), isPaidUnknown: fc.boolean(),
}).map(({ outlook, ...basis }) => ({ ...outlook, basis: { ...outlook.basis, ...basis } }));

describe('whatever the figures', () => {
  const forbidden = /signific|p-val|preuve|prouv|\bproof\b|\bprove|KPI|engagement|!/iu;

  it('no sentence says NaN, null, a placeholder or a forbidden word', () => {
    fc.assert(fc.property(anyRecord, anyContext, fc.constantFrom(fr, en), (record, outlook, words) => {
      const said = sayRecommendation(sampleRecord(1, 1, record), outlook, words);
      const all = [said.state, said.title, said.text, said.prospect ?? '', said.help ?? ''].join(' ');
      expect(all).not.toMatch(/NaN|undefined|null|Infinity|∞|\{|advice\.|−0\s?%|\+0\s?%/u);
      expect(all).not.toMatch(forbidden);
      expect(said.state).not.toBe('');
      expect(said.title).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(said.text).toMatch(/\.$/u);
    }), { numRuns: 2_000 });
  });

  it('every dimension and verdict speaks, and never twice the same between what is known and what is not', () => {
    for (const dimension of recommendationDimensions) {
      const titles = (['do_more', 'not_enough_data'] as const).map((verdict) => sayRecommendation(sampleRecord(1, 1, { dimension, verdict, level: dimension === 'weekday' ? 'mon' : 'yes', effect: 0.3, low: 0.1, high: 0.6, posts: 5 }), outlooks[0] ?? smallPage(), fr).title);
      expect(new Set(titles).size).toBe(2);
    }
  });
});
