/**
 * Webhooks in a small SQLite file of their own, readable by its owner only: secrets are kept as they are, since they
 * have to sign. Several processes share the file: `pantograph webhook` writes while a server sends.
 */
import { openSmallDatabase } from '../small-database.ts';
import { Webhook, WebhookState } from './webhook.ts';

/** A webhook as it stands, its secret apart so that nobody prints it by accident. */
export interface KnownWebhook {
  readonly hook: Webhook;
  readonly state: WebhookState;
  /** Grows whenever somebody sets the state from outside. */
  readonly epoch: number;
}

export interface WebhookStore {
  list(): readonly KnownWebhook[];
  get(name: string): KnownWebhook | undefined;
  secret(name: string): string | undefined;
  /** False: the name is taken. */
  add(hook: Webhook, secret: string, state: WebhookState): boolean;
  remove(name: string): boolean;
  /** How the sending went. False: somebody has set the state since, or the webhook is gone. */
  put(name: string, epoch: number, state: WebhookState): boolean;
  /** From outside: whoever is sending stops and looks again. */
  reset(name: string, change: (state: WebhookState) => WebhookState): WebhookState | undefined;
  /** True where no other process sends to it at `now`; to be taken again before `until`. */
  lease(name: string, holder: string, now: Date, until: Date): boolean;
  release(name: string, holder: string): void;
  close(): void;
}

const schema = `
  create table if not exists webhook (
    name text primary key, document text not null, secret text not null, state text not null,
    epoch integer not null default 0, holder text, held_until text
  ) strict`;

/** @param path of the database file, made where there is none */
export function openWebhookStore(path: string): WebhookStore {
  const database = openSmallDatabase(path, schema);
  const columns = 'document, state, epoch';
  const selectAll = database.prepare(`select ${columns} from webhook order by rowid`);
  const select = database.prepare(`select ${columns} from webhook where name = ?`);
  const selectSecret = database.prepare('select secret from webhook where name = ?');
  const insert = database.prepare(
    'insert into webhook (name, document, secret, state) values (?, ?, ?, ?) on conflict do nothing',
  );
  const drop = database.prepare('delete from webhook where name = ?');
  const write = database.prepare('update webhook set state = ? where name = ? and epoch = ?');
  const writeAnew = database.prepare('update webhook set state = ?, epoch = epoch + 1 where name = ?');
  const takeLease = database.prepare(
    `update webhook set holder = :holder, held_until = :until
     where name = :name and (holder is null or holder = :holder or held_until <= :now)`,
  );
  const dropLease = database.prepare(
    'update webhook set holder = null, held_until = null where name = ? and holder = ?',
  );

  const get = (name: string): KnownWebhook | undefined => {
    const row = select.get(name);
    return row && knownIn(row);
  };

  return {
    list: () => selectAll.all().map(knownIn),
    get,
    secret: (name) => {
      const row = selectSecret.get(name);
      return row && String(row['secret']);
    },
    add: (hook, secret, state) =>
      insert.run(hook.name, JSON.stringify(Webhook.parse(hook)), secret, textOf(state)).changes === 1,
    remove: (name) => drop.run(name).changes === 1,
    put: (name, epoch, state) => write.run(textOf(state), name, epoch).changes === 1,
    reset: (name, change) => {
      database.exec('begin immediate');
      try {
        const known = get(name);
        const state = known && change(known.state);
        if (state !== undefined) writeAnew.run(textOf(state), name);
        database.exec('commit');
        return state;
      } catch (error) {
        database.exec('rollback');
        throw error;
      }
    },
    lease: (name, holder, now, until) =>
      takeLease.run({ name, holder, now: now.toISOString(), until: until.toISOString() }).changes === 1,
    release: (name, holder) => {
      dropLease.run(name, holder);
    },
    close: () => database.close(),
  };
}

function textOf(state: WebhookState): string {
  return JSON.stringify(WebhookState.parse(state));
}

function knownIn(row: Readonly<Record<string, unknown>>): KnownWebhook {
  return {
    hook: Webhook.parse(JSON.parse(String(row['document']))),
    state: WebhookState.parse(JSON.parse(String(row['state']))),
    epoch: Number(row['epoch']),
  };
}
