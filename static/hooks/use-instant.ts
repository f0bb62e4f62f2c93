import { useProductContext } from '@forge/react';

const FIELDS: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
};

/** Writes an instant in the reader's format and time zone, which it names. In UTC until the product has told the zone. */
export function useInstant(): (instant: string) => string {
  const context = useProductContext();
  const format = formatter(context?.locale ?? 'en', context?.timezone ?? 'UTC');
  return (instant) => {
    const date = new Date(instant);
    return Number.isNaN(date.getTime()) ? instant : format.format(date);
  };
}

/** A format or a zone that the browser doesn't know falls back alone. Jira writes locales with an underscore: `en_GB`. */
function formatter(locale: string, timeZone: string): Intl.DateTimeFormat {
  const language = known(() => new Intl.Locale(locale.replaceAll('_', '-')).toString()) ?? 'en';
  return (
    known(() => new Intl.DateTimeFormat(language, { ...FIELDS, timeZone })) ??
    new Intl.DateTimeFormat(language, { ...FIELDS, timeZone: 'UTC' })
  );
}

function known<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
