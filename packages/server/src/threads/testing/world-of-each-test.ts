/** A small world for each test of a file, and servers with three threads over it, which end with the test. */
import { afterEach, beforeEach } from 'vitest';
import type { StartOptions } from '../../start-server.ts';
import type { ServerUnderTest, World } from './threads-under-test.ts';
import { makeWorld, serverUnderTest } from './threads-under-test.ts';

export interface WorldOfEachTest {
  readonly world: () => World;
  readonly start: (options?: Partial<StartOptions>) => Promise<ServerUnderTest>;
}

export function worldOfEachTest(): WorldOfEachTest {
  let made: World | undefined;
  const running: ServerUnderTest[] = [];
  beforeEach(async () => {
    made = await makeWorld();
  });
  afterEach(async () => {
    for (const server of running.splice(0)) await server.close();
    made?.remove();
  });

  function world(): World {
    if (made === undefined) throw new Error('a world is there while a test runs');
    return made;
  }

  return {
    world,
    async start(options = {}) {
      const server = await serverUnderTest(world(), { threads: 3, ...options });
      running.push(server);
      return server;
    },
  };
}
