import { badRequest, missingScope } from './google-errors.js';

export const CORE_METRICS = [
  'views', 'engagedViews', 'estimatedMinutesWatched', 'averageViewDuration', 'averageViewPercentage', 'likes', 'dislikes', 'comments', 'shares', 'subscribersGained',
  'subscribersLost', 'videosAddedToPlaylists', 'videosRemovedFromPlaylists', 'cardClicks', 'cardImpressions',
];
const METRICS = [...CORE_METRICS, 'viewerPercentage'];
/** They need a scope that Portée does not ask for. */
const MONETARY = ['estimatedRevenue', 'estimatedAdRevenue', 'grossRevenue', 'cpm', 'monetizedPlaybacks'];
const DIMENSIONS = ['day', 'month', 'video', 'subscribedStatus', 'insightTrafficSourceType', 'country', 'city', 'ageGroup', 'gender', 'liveOrOnDemand'];
const FILTERS = ['video', 'country', 'subscribedStatus', 'insightTrafficSourceType', 'liveOrOnDemand'];

/** A report as it was asked for. */
export interface AnalyticsQuery {
  /** "channel==MINE" */
  ids: string;
  startDate: string;
  endDate: string;
  metrics: readonly string[];
  dimensions: readonly string[];
  /** Values by dimension; `country==BE` and no other operator. */
  filters: Readonly<Record<string, readonly string[]>>;
  /** With "-" before what goes down. */
  sort: readonly string[];
  maxResults: number | null;
  /** From 1. */
  startIndex: number;
}

/** @throws GoogleError 400, with the name of what is wrong; 403 for what only monetised channels may ask */
export function readQuery(params: URLSearchParams, withdrawn: ReadonlySet<string>): AnalyticsQuery {
  const metrics = listOf(required(params, 'metrics'));
  if (metrics.some((name) => MONETARY.includes(name))) throw missingScope();
  requireKnown(metrics, METRICS.filter((name) => !withdrawn.has(name)), 'metrics');
  const dimensions = listOf(params.get('dimensions') ?? '');
  requireKnown(dimensions, DIMENSIONS, 'dimensions');
  const [startDate, endDate] = [readDay(params, 'startDate'), readDay(params, 'endDate')];
  if (startDate > endDate) throw badRequest('Invalid value for parameter: startDate is after endDate', 'invalid');
  return {
    ids: required(params, 'ids'), startDate, endDate, metrics, dimensions, filters: readFilters(params.get('filters') ?? ''), sort: listOf(params.get('sort') ?? ''),
    maxResults: readNumber(params, 'maxResults'), startIndex: readNumber(params, 'startIndex') ?? 1,
  };
}

function required(params: URLSearchParams, name: string): string {
  const value = params.get(name);
  if (!value) throw badRequest(`Required parameter: ${name}`, 'required');
  return value;
}

function listOf(text: string): string[] {
  return text.split(',').filter((word) => word !== '');
}

function requireKnown(names: readonly string[], known: readonly string[], field: string): void {
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined) throw badRequest(`Unknown identifier (${stranger}) given in field parameters.${field}.`);
}

function readDay(params: URLSearchParams, name: string): string {
  const day = required(params, name);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) throw badRequest(`Invalid value '${day}'. Values must match the following regular expression: '[0-9]{4}-[0-9]{2}-[0-9]{2}'`, 'invalidParameter');
  return day;
}

function readNumber(params: URLSearchParams, name: string): number | null {
  const text = params.get(name);
  if (text === null) return null;
  if (!/^[1-9]\d*$/.test(text)) throw badRequest(`Invalid value '${text}' for parameter ${name}`, 'invalidParameter');
  return Number(text);
}

function readFilters(text: string): Record<string, string[]> {
  return Object.fromEntries(text.split(';').filter((filter) => filter !== '').map((filter) => {
    const [name = '', values = ''] = filter.split('==');
    requireKnown([name], FILTERS, 'filters');
    return [name, listOf(values)];
  }));
}
