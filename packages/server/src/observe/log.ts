/** The log: one JSON object a line, through pino. */
import type { DestinationStream, Logger } from 'pino';
import { pino, stdSerializers } from 'pino';
import { redactSecrets } from './redact.ts';

export type Log = Pick<Logger, 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'isLevelEnabled'>;

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';

/** Writes to standard error unless told otherwise: standard output belongs to commands. */
export function createLog(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  return pino(
    {
      name: 'pantograph',
      level,
      serializers: { err: stdSerializers.err },
      // The last stop before the line is written: what no caller thought of is caught here.
      hooks: { streamWrite: redactSecrets },
      redact: { paths: ['authorization', '*.authorization', 'headers', '*.headers'], censor: '[hidden]' },
    },
    destination,
  );
}
