import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openKeyStore } from '@pantograph/server';
import { Failure } from './failure.ts';
import { addKeyCommand } from './key-command.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pantograph-key-command-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

async function run(...args: readonly string[]) {
  let [out, err] = ['', ''];
  let code: number | undefined;
  const root = new Command('pantograph').exitOverride().configureOutput({ writeErr: (text) => (err += text) });
  const terminal = {
    out: (text: string) => (out += text),
    err: (text: string) => (err += text),
    interactive: false,
    columns: 80,
    now: () => new Date('2026-03-10T12:00:00Z'),
  };
  addKeyCommand(root, terminal, (result) => (code = result));
  await root.parseAsync(['key', ...args, '--data', directory], { from: 'user' });
  return { out, err, code };
}

describe('pantograph key', () => {
  test('create writes the key alone to standard output, once', async () => {
    const { out, err, code } = await run(
      'create',
      'City portal',
      '--right',
      'admin',
      'predictions',
      '--limit',
      '10/s:30',
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^pan_[0-9a-z]{12}_[\w-]{43}\n$/);
    const secret = out.trim().split('_').slice(2).join('_');
    expect(err).toContain('only now');
    expect(err).not.toContain(secret);

    const listed = await run('list');
    expect(listed.out).toContain('City portal');
    expect(listed.out).toContain('predictions admin');
    expect(listed.out).toContain('10/s, 30 at once');
    expect(listed.out).not.toContain(secret);
  });

  test('as JSON, with the pair that a v2 client sends', async () => {
    const created = JSON.parse((await run('create', 'app', '--json')).out) as Record<string, string>;
    expect(created['key']).toBe(`pan_${created['appId'] ?? ''}_${created['appCode'] ?? ''}`);
    const [listed] = JSON.parse((await run('list', '--json')).out) as Record<string, unknown>[];
    expect(listed).toEqual({ id: created['id'], name: 'app', rights: [], createdAt: '2026-03-10T12:00:00.000Z' });
  });

  test('revoke makes it useless, once', async () => {
    const { id } = JSON.parse((await run('create', 'app', '--json')).out) as { id: string };
    expect((await run('revoke', id)).code).toBe(0);
    expect((await run('list')).out).toContain('revoked 2026-03-10');
    const keys = openKeyStore(join(directory, 'keys.db'));
    expect(keys.countActive()).toBe(0);
    keys.close();
    await expect(run('revoke', id)).rejects.toBeInstanceOf(Failure);
  });

  test('looking makes nothing', async () => {
    expect((await run('list')).err).toContain('pantograph key create');
    await expect(run('revoke', 'x')).rejects.toBeInstanceOf(Failure);
    expect(existsSync(join(directory, 'keys.db'))).toBe(false);
  });

  test.each([
    [['create']],
    [['create', 'a', '--right', 'everything']],
    [['create', 'a', '--limit', 'many']],
    [['frobnicate']],
  ])('%j is wrong use', async (args) => {
    await expect(run(...args)).rejects.toBeInstanceOf(CommanderError);
  });

  test('a name that a list could not show is refused', async () => {
    await expect(run('create', 'a\nb')).rejects.toBeInstanceOf(Failure);
  });
});
