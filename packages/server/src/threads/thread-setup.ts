/** What a serving thread is started with, and what it and the main thread say to each other. */
import type { MessagePort } from 'node:worker_threads';
import type { AccessSettings } from '../access/set-up-access.ts';
import type { Edition } from '../atlas/mirror/edition.ts';
import type { SurfaceSettings } from '../http/surface.ts';
import type { LegacySettings } from '../legacy/settings.ts';
import type { UsageCount } from '../legacy/usage/usage-counter.ts';
import type { LookupSettings } from '../lookup/index.ts';
import type { LogLevel } from '../observe/log.ts';
import type { Tally } from '../observe/tally.ts';

/** Settings of the surfaces that every thread has. */
export interface ThreadSettings extends SurfaceSettings {
  readonly lookup: LookupSettings;
  readonly legacy: LegacySettings;
}

/** Where each thread opens what it reads by itself. */
export interface ThreadFiles {
  readonly store: string;
  readonly keys: string;
  /** Files of kept documents begin with this. */
  readonly documents: string;
}

/** How much of its documents a thread may keep. */
export interface DocumentRoom {
  readonly memoryBytes: number;
  readonly fileBytes: number;
}

export interface ThreadSetup {
  /** From 1 on. */
  readonly number: number;
  readonly host: string;
  readonly settings: ThreadSettings;
  readonly access: AccessSettings;
  readonly logLevel: LogLevel;
  readonly files: ThreadFiles;
  readonly documents: DocumentRoom;
  /** Whether twins are shown once. */
  readonly twins: boolean;
  /** The path at which the main thread answers. */
  readonly mainSocket: string;
  /** `NumberedEdition`s, the first of which is the whole world. */
  readonly editions: MessagePort;
  /** The number of the last edition that was sent to all threads. */
  readonly sent: Int32Array;
  /** Of `sharedRateLimiter`. */
  readonly limiter: SharedArrayBuffer;
}

export interface NumberedEdition {
  readonly number: number;
  readonly edition: Edition;
}

/** To a thread. */
export type Order =
  | { readonly kind: 'listen'; readonly port: number }
  /** Answered by a `count` of the same number. */
  | { readonly kind: 'count'; readonly number: number }
  | { readonly kind: 'stop' };

/** From a thread. */
export type Told =
  /** It knows the world, and may be told to listen. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'listening'; readonly port: number; readonly url: string }
  | { readonly kind: 'refused'; readonly message: string; readonly code: string | undefined }
  | { readonly kind: 'logged'; readonly line: string }
  /** What was counted since the last one. Without a number it was not asked for. */
  | { readonly kind: 'count'; readonly number?: number; readonly tally: Tally; readonly uses: readonly UsageCount[] }
  /** Every answer is out, and nobody is taken in any more. */
  | { readonly kind: 'stopped' };
