import { useProductContext } from '@forge/react';

const FIELDS: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
};

const formatter = (locale: string, timeZone: string): Intl.DateTimeFormat => {
  try {
    return new Intl.DateTimeFormat(locale, { ...FIELDS, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en', { ...FIELDS, timeZone: 'UTC' });
  }
};

/** Writes an instant in the reader's time zone, which it names. In UTC until the product has told the zone. */
export const useInstant = (): ((instant: string) => string) => {
  const context = useProductContext();
  const format = formatter(context?.locale ?? 'en', context?.timezone ?? 'UTC');
  return (instant) => {
    const date = new Date(instant);
    return Number.isNaN(date.getTime()) ? instant : format.format(date);
  };
};
