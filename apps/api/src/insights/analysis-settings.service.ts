import { Inject, Injectable } from '@nestjs/common';
import {
  addMonthsToDay, type AnalysisSettings, defaultHolidays, defaultShareCalls, type HolidayPeriod, type Locale, localDay, searchText, translatorFor, unlistedHolidays, type UpdateAnalysisSettings,
} from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { raiseFiguresVersion } from '../posts/figures-version.query.js';
import { holdLedger } from '../posts/hold-ledger.js';
import { readStoredSettings, writeSettings } from './queries/analysis-settings.query.js';
import { readHolidayCalendar } from './read-holiday-calendar.js';

/** Default holidays are shown from the beginning of what is analysed to a year from today. */
const MONTHS_BACK = 24;
const MONTHS_AHEAD = 12;

/** Whose settings, and in which language and zone they are told. */
export interface Place {
  id: string;
  timeZone: string;
  language: Locale;
}

/** School holidays and calls to share. Whatever changes them makes conclusions be drawn anew. */
@Injectable()
export class AnalysisSettingsService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  read(place: Place): Promise<AnalysisSettings> {
    return this.transaction.run(place.id, (manager) => this.view(manager, place));
  }

  update(place: Place, wanted: UpdateAnalysisSettings): Promise<AnalysisSettings> {
    return this.transaction.run(place.id, async (manager) => {
      await holdLedger(manager, place.id);
      await writeSettings(manager, place.id, {
        ...(wanted.holidays === undefined ? {} : { holidays: orNull(tidyPeriods(wanted.holidays ?? [])) }),
        ...(wanted.shareCalls === undefined ? {} : { shareCalls: orNull(tidyPhrases(wanted.shareCalls ?? [])) }),
      });
      await raiseFiguresVersion(manager, place.id, null);
      return this.view(manager, place);
    });
  }

  /** The file's periods take the place of the list. @throws CalendarError */
  replaceHolidays(place: Place, calendar: Uint8Array): Promise<AnalysisSettings> {
    return this.update(place, { holidays: readHolidayCalendar(calendar, translatorFor(place.language)('holiday.unnamed')) });
  }

  private async view(manager: EntityManager, place: Place): Promise<AnalysisSettings> {
    const { holidays, shareCalls } = await readStoredSettings(manager, place.id);
    const today = localDay(this.clock(), place.timeZone);
    const around = { from: addMonthsToDay(today, -MONTHS_BACK), to: addMonthsToDay(today, MONTHS_AHEAD) };
    const t = translatorFor(place.language);
    const named = (periods: ReturnType<typeof defaultHolidays>): HolidayPeriod[] => periods.map(({ kind, from, to }) => ({ name: t(`holiday.${kind}`), from, to }));
    return {
      holidays: holidays === null ? { isDefault: true, periods: named(defaultHolidays(around)), filledIn: [] } : { isDefault: false, periods: holidays, filledIn: named(unlistedHolidays(around, holidays)) },
      shareCalls: { isDefault: shareCalls === null, phrases: shareCalls ?? [...defaultShareCalls] },
    };
  }
}

function orNull<T>(list: T[]): T[] | null {
  return list.length === 0 ? null : list;
}

/** In the order of days, each once. */
function tidyPeriods(periods: readonly HolidayPeriod[]): HolidayPeriod[] {
  const byText = new Map(periods.map((period) => [`${period.from} ${period.to} ${period.name}`, period]));
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))).map(([, period]) => period);
}

/** Each once, however accents and capitals are written. */
function tidyPhrases(phrases: readonly string[]): string[] {
  const plain = phrases.map((phrase) => searchText(phrase));
  return phrases.filter((_, index) => plain.indexOf(plain[index] ?? '') === index);
}
