// The app's log lines, which Forge keeps for the app's developers and, if shared, for site admins.
// https://developer.atlassian.com/platform/forge/monitor-app-logs/
import { AppError } from '../broker/errors';
import type { Log } from '../broker/ports';

type Level = 'info' | 'warn' | 'error';
type Fields = Parameters<Log['info']>[1];

/** Creates a log that writes one line of JSON for each call. `console` works as `write`. */
export function createLog(write: Record<Level, (line: string) => void>): Log {
  function line(level: Level, event: string, fields: Fields) {
    write[level](JSON.stringify({ level, event, ...fields }));
  }
  return {
    info: (event, fields) => line('info', event, fields),
    warn: (event, fields) => line('warn', event, fields),
    error: (event, fields, cause) => line('error', event, { ...causeFields(cause), ...fields }),
  };
}

/** Describes a cause by name, code and status. Never by its message, body or headers: they may hold private data. */
function causeFields(cause: unknown): Fields {
  if (cause === undefined) return {};
  if (cause instanceof AppError) return { code: cause.failure.code, ...causeFields(cause.cause) };
  const status = property(cause, 'status') ?? property(property(cause, 'responseDetails'), 'status');
  return {
    causeName: textOf(property(cause, 'name')) ?? typeof cause,
    causeCode: textOf(property(cause, 'code') ?? property(cause, 'errorCode')),
    causeStatus: textOf(status),
    stack: framesOf(cause),
  };
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function textOf(value: unknown): string | number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** Most frames of a stack in a log line. */
const FRAMES = 5;

/** Returns the place where an error was thrown, without the message that a stack begins with: it may quote data. */
function framesOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || cause.stack === undefined) return undefined;
  const frames = cause.stack
    .replace(cause.message, '')
    .split('\n')
    .map((line) => line.trim());
  return frames
    .filter((line) => line.startsWith('at '))
    .slice(0, FRAMES)
    .join(' | ');
}
