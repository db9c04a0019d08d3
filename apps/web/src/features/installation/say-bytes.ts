import type { Translation } from '../../locales/translation.js';

const units = [['giga', 1e9], ['mega', 1e6], ['kilo', 1e3]] as const;

/** « 12,4 Mo »: in units of a thousand, as disks are sold; never less than a tenth of a kilobyte. */
export function sayBytes(bytes: number, { t, write }: Pick<Translation, 't' | 'write'>): string {
  const [unit, size] = units.find(([, least]) => bytes >= least) ?? units[2];
  return t(`installation.size.${unit}`, { size: write.number(bytes / size, 1) });
}
