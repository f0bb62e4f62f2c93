import { useProductContext } from '@forge/react';

const DAY: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };

const FIELDS: Intl.DateTimeFormatOptions = {
  ...DAY,
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
};

/** Writes an instant in the reader's format and time zone, which it names. In UTC until the product has told the zone. */
export function useInstant(): (instant: string) => string {
  return useFormat(FIELDS);
}

/** Writes the day of an instant, in the same format and time zone, without naming it. */
export function useDay(): (instant: string) => string {
  return useFormat(DAY);
}

function useFormat(fields: Intl.DateTimeFormatOptions): (instant: string) => string {
  const context = useProductContext();
  const format = formatter(context?.locale ?? 'en', context?.timezone ?? 'UTC', fields);
  return (instant) => {
    const date = new Date(instant);
    return Number.isNaN(date.getTime()) ? instant : format.format(date);
  };
}

/** A format or a zone that the browser doesn't know falls back alone. Jira writes locales with an underscore: `en_GB`. */
function formatter(locale: string, timeZone: string, fields: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const language = known(() => new Intl.Locale(locale.replaceAll('_', '-')).toString()) ?? 'en';
  return (
    known(() => new Intl.DateTimeFormat(language, { ...fields, timeZone })) ??
    new Intl.DateTimeFormat(language, { ...fields, timeZone: 'UTC' })
  );
}

function known<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
