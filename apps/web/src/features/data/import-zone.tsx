import { localTime, type ImportView } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useChannels } from '../../api/organisation.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { sayPlace } from './say-place.js';

/** Late afternoon in western Europe, morning in California: an hour at which people publish. */
const EXAMPLE_TIME = 'T16:40:00Z';

/** In which time zone the file's own hours were read, with one hour as an example on the day it was downloaded. */
export function ImportZone({ view: { fileTimeZone, observedAt, channelIds } }: { view: ImportView }): ReactNode {
  const { t, write } = useTranslation();
  const organisation = useCurrentOrganisation();
  const channels = useChannels(organisation.slug);
  if (fileTimeZone === null) return null;
  const zone = channels.data?.find(({ id }) => channelIds.includes(id))?.timeZone ?? organisation.timeZone;
  const city = sayPlace(zone, t);
  if (fileTimeZone === zone) return <p className="note quiet">{t('import.zone.same', { city })}</p>;
  const example = new Date(observedAt.slice(0, 10) + EXAMPLE_TIME);
  const times = { fileTime: write.time(localTime(example, fileTimeZone)), time: write.time(localTime(example, zone)) };
  return <p className="note quiet">{t('import.zone', { place: sayPlace(fileTimeZone, t), city, ...times })}</p>;
}
