import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stateOf } from '../peers/peer-state.ts';
import { ask } from '../testing/ask.ts';
import type { FakePeer } from '../testing/fake-peer.ts';
import { fakePeer } from '../testing/fake-peer.ts';
import type { ServerUnderTest } from '../testing/server-under-test.ts';
import { serverUnderTest } from '../testing/server-under-test.ts';
import { invitePeer } from '../peers/invite.ts';
import { HandshakeFailed, leave, registerWith, rotateWith } from './register.ts';

let server: ServerUnderTest;
let peer: FakePeer;
beforeEach(async () => {
  [server, peer] = await Promise.all([serverUnderTest(), fakePeer()]);
});
afterEach(async () => {
  peer.close();
  await server.close();
});

const roles = [{ role: 'CPO', country_code: 'nl', party_id: 'abc', business_details: { name: 'ABC' } }];
const stateNow = (): string => {
  const known = server.peers.get('abc');
  return known === undefined ? 'none' : stateOf(known, server.peers.tokens('abc'), server.clock.now);
};

function credentials(version = '2.2.1'): string {
  return `${server.url}/ocpi/${version}/credentials`;
}

function post(token: string, body: object, version?: string) {
  return ask(credentials(version), { method: 'POST', token, body });
}

describe('a peer that registers with us', () => {
  it('looks around with its invitation, registers, and is known by its new token only', async () => {
    const invitation = server.invite('abc');
    const versions = await ask(`${server.url}/ocpi/versions`, { token: invitation });
    expect(versions.data).toEqual(
      ['2.1.1', '2.2', '2.2.1', '2.3.0'].map((version) => ({ version, url: `${server.url}/ocpi/${version}` })),
    );
    const details = await ask(`${server.url}/ocpi/2.2.1`, { token: invitation });
    expect(details.data).toMatchObject({ version: '2.2.1' });
    const list = `${server.url}/ocpi/sender/2.2.1/locations`;
    expect(await ask(list, { token: invitation })).toMatchObject({ http: 401 });

    const done = await post(invitation, { token: 'token-b', url: peer.versionsUrl, roles });
    expect(done).toMatchObject({ http: 201, code: 1000 });
    expect(done.data).toMatchObject({
      url: `${server.url}/ocpi/versions`,
      roles: [{ role: 'NSP', country_code: 'DE', party_id: 'PAN', business_details: { name: 'Pantograph' } }],
    });
    const { token } = done.data as { token: string };
    expect(token).toMatch(/^[\x21-\x7e]{40,64}$/);
    expect(peer.heard.map(({ path }) => path)).toEqual(['/versions', '/v/2.2.1']);
    expect(await ask(list, { token })).toMatchObject({ http: 200, code: 1000 });
    expect(await ask(list, { token: invitation })).toMatchObject({ http: 401 });
    expect(await post(invitation, {})).toMatchObject({ http: 401 });
    expect(server.peers.get('abc')).toMatchObject({
      state: 'registered',
      roles: [{ countryCode: 'NL', partyId: 'ABC' }],
      link: { token: 'token-b', version: '2.2.1' },
    });
  });

  it('speaks for no party of another registered peer, unless one of the two may share', async () => {
    server.befriend('abc', ['NL/ABC']);
    const body = { token: 'token-b', url: peer.versionsUrl, roles };
    const invitation = server.invite('other');
    const refused = await post(invitation, body);
    expect(refused).toMatchObject({ http: 200, code: 2001 });
    expect(JSON.stringify(refused)).toContain('NL/ABC');
    expect(server.peers.get('other')).toMatchObject({ state: 'invited', roles: [] });

    const [mine] = roles;
    expect(await post(invitation, { ...body, roles: [{ ...mine, party_id: 'OTH' }] })).toMatchObject({ code: 1000 });
    const token = server.befriend('other', ['NL/OTH']);
    const grown = { ...body, roles: [{ ...mine, party_id: 'OTH' }, mine] };
    expect(await ask(credentials(), { method: 'PUT', token, body: grown })).toMatchObject({ code: 2001 });
    expect(server.peers.get('other')?.roles).toHaveLength(1);

    const hub = invitePeer(server.peers, { name: 'hub', allowPrivate: true, sharesParties: true }, server.clock.now);
    expect(await post(hub, body)).toMatchObject({ http: 201, code: 1000 });
    const abc = server.peers.get('abc') ?? expect.fail('abc is there');
    server.peers.change((writer) => writer.put({ ...abc, state: 'unregistered' }));
    expect(await post(server.invite('heir'), body)).toMatchObject({ http: 201, code: 1000 });
  });

  it('sees its own token, as it stands, in GET', async () => {
    const token = server.befriend('abc');
    expect((await ask(credentials(), { token })).data).toMatchObject({ token });
    expect((await ask(credentials('2.1.1'), { token })).data).toEqual({
      token,
      url: `${server.url}/ocpi/versions`,
      business_details: { name: 'Pantograph' },
      country_code: 'DE',
      party_id: 'PAN',
    });
  });

  it('of 2.1.1 has one party, and its token raw', async () => {
    peer.token = 'token-b';
    peer.form = 'raw';
    const body = {
      token: 'token-b',
      url: peer.versionsUrl,
      country_code: 'NL',
      party_id: 'ABC',
      business_details: { name: 'ABC' },
    };
    const invitation = server.invite('abc');
    const authorization = `Token ${invitation}`;
    expect(await ask(credentials('2.1.1'), { method: 'POST', authorization, body })).toMatchObject({ code: 1000 });
    expect(server.peers.get('abc')).toMatchObject({ presents: 'raw', link: { form: 'raw', version: '2.1.1' } });
  });

  it('rotates: the old token works for a while, then no more', async () => {
    const first = await post(server.invite('abc'), { token: 'b1', url: peer.versionsUrl, roles });
    const { token: old } = first.data as { token: string };
    const body = { token: 'b2', url: peer.versionsUrl, roles };
    const second = await ask(credentials('2.3.0'), { method: 'PUT', token: old, body });
    const { token: fresh } = second.data as { token: string };
    expect(second).toMatchObject({ http: 200, code: 1000 });
    expect(fresh).not.toBe(old);
    expect(stateNow()).toBe('rotating');
    expect(server.peers.get('abc')?.link).toMatchObject({ token: 'b2', version: '2.3.0' });
    const works = async (token: string) => (await ask(`${server.url}/ocpi/versions`, { token })).http;
    expect([await works(old), await works(fresh)]).toEqual([200, 200]);
    server.clock.now = new Date(server.clock.now.getTime() + 3_600_001);
    expect([await works(old), await works(fresh)]).toEqual([401, 200]);
    expect(stateNow()).toBe('registered');
  });

  it('leaves, and what it sent stays', async () => {
    const token = server.befriend('abc');
    expect(await ask(credentials(), { method: 'DELETE', token })).toMatchObject({ http: 200, code: 1000 });
    expect(stateNow()).toBe('unregistered');
    expect(await ask(credentials(), { token })).toMatchObject({ http: 401 });
  });

  it('is told by 405 what does not fit', async () => {
    const invitation = server.invite('new');
    const token = server.befriend('abc');
    const answers = await Promise.all([
      post(token, { token: 'b', url: peer.versionsUrl, roles }),
      ask(credentials(), { method: 'PUT', token: invitation, body: {} }),
      ask(credentials(), { method: 'DELETE', token: invitation }),
      ask(credentials(), { method: 'PATCH', token, body: {} }),
    ]);
    expect(answers.map(({ http, headers }) => [http, headers.get('allow')])).toEqual([
      [405, 'GET, PUT, DELETE'],
      [405, 'GET, POST'],
      [405, 'GET, POST'],
      [405, 'GET, POST, PUT, DELETE'],
    ]);
  });

  it.each([
    ['refuses our token', 3001, { misbehave: () => ({ http: 401, code: 2000 }) }],
    ['answers 2003 inside a 200', 3001, { misbehave: () => ({ code: 2003 }) }],
    ['answers with HTML', 3001, { misbehave: () => ({ raw: '<html>Welcome</html>' }) }],
    ['answers without end', 3001, { misbehave: () => ({ raw: `[${'"x",'.repeat(400_000)}` }) }],
    ['hangs up', 3001, { misbehave: () => 'hang up' as const }],
    ['says nothing', 3001, { misbehave: () => 'silence' as const }],
    ['redirects to itself', 3001, { misbehave: () => ({ http: 302, headers: { location: '/versions' } }) }],
    ['has no such version', 3002, { versions: ['2.1.1'] }],
    ['has no locations', 3003, { modules: ['credentials', 'tariffs'] }],
    ['has no credentials', 3003, { modules: ['locations'] }],
  ])('that %s is told so by %i and stays invited', async (_, code, behaviour) => {
    Object.assign(peer, behaviour);
    const invitation = server.invite('abc');
    expect(await post(invitation, { token: 'b', url: peer.versionsUrl, roles })).toMatchObject({ http: 200, code });
    expect(stateNow()).toBe('invited');
    Object.assign(peer, await fakePeerDefaults());
    expect(await post(invitation, { token: 'b', url: peer.versionsUrl, roles })).toMatchObject({ code: 1000 });
  });

  it('cannot make us look inside our own network', async () => {
    const invitation = server.invite('abc');
    server.peers.change((writer) => {
      const known = writer.get('abc');
      if (known !== undefined) writer.put({ ...known, allowPrivate: false });
    });
    const answer = await post(invitation, { token: 'b', url: peer.versionsUrl, roles });
    expect(answer).toMatchObject({ http: 200, code: 3001 });
    expect(peer.heard).toEqual([]);
  });

  it.each([
    ['no object', []],
    ['no token', { url: 'https://a.example', roles }],
    ['a token with spaces', { token: 'a b', url: 'https://a.example', roles }],
    ['no URL', { token: 'b', url: 'a.example', roles }],
    ['no roles', { token: 'b', url: 'https://a.example', roles: [] }],
    [
      'a country of three letters',
      { token: 'b', url: 'https://a.example', roles: [{ ...roles[0], country_code: 'NLD' }] },
    ],
  ])('with %s is told what is missing', async (_, body) => {
    const answer = await post(server.invite('abc'), body);
    expect(answer).toMatchObject({ http: 200, code: 2001 });
    expect(answer.message).not.toBe('');
  });

  it('registers once, however often it posts at the same time', async () => {
    const invitation = server.invite('abc');
    const body = { token: 'b', url: peer.versionsUrl, roles };
    const answers = await Promise.all([1, 2, 3].map(() => post(invitation, body)));
    expect(answers.map(({ http }) => http).sort()).toEqual([201, 401, 401]);
  });
});

async function fakePeerDefaults() {
  const fresh = await fakePeer();
  fresh.close();
  const { misbehave, versions, modules } = fresh;
  return { misbehave, versions, modules };
}

describe('a peer that we register with', () => {
  const registration = () => ({ name: 'abc', allowPrivate: true, versionsUrl: peer.versionsUrl, token: 'token-a' });

  it('is asked with its token, offered ours, and known by what it answers', async () => {
    peer.token = 'token-a';
    peer.form = 'base64';
    let seenByPeer: unknown;
    peer.credentials = ({ body }) => {
      seenByPeer = body;
      return { token: 'token-c', url: peer.versionsUrl, roles };
    };
    await registerWith(server, registration());
    expect(peer.heard.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /versions',
      'GET /v/2.3.0',
      'POST /sender/credentials',
    ]);
    expect(seenByPeer).toMatchObject({ url: `${server.url}/ocpi/versions`, roles: [{ party_id: 'PAN' }] });
    expect(server.peers.get('abc')).toMatchObject({
      state: 'registered',
      link: { token: 'token-c', version: '2.3.0' },
    });
    const { token } = seenByPeer as { token: string };
    expect(await ask(`${server.url}/ocpi/2.3.0/credentials`, { token })).toMatchObject({ code: 1000 });
  });

  it('can ask us back before it answers', async () => {
    let askedBack: Promise<unknown> | undefined;
    peer.misbehave = ({ method, body }) => {
      if (method === 'POST')
        askedBack = ask(`${server.url}/ocpi/versions`, { token: (body as { token: string }).token });
      return undefined;
    };
    await registerWith(server, registration());
    expect(await askedBack).toMatchObject({ http: 200, code: 1000 });
  });

  it('is tried in both forms of the token', async () => {
    peer.token = 'token-a';
    peer.form = 'raw';
    expect((await registerWith(server, registration())).link?.form).toBe('raw');
  });

  it('that refuses leaves nothing behind but its name', async () => {
    peer.misbehave = ({ method }) => (method === 'POST' ? { code: 3001 } : undefined);
    await expect(registerWith(server, registration())).rejects.toThrow(HandshakeFailed);
    expect(stateNow()).toBe('unregistered');
    expect(server.peers.tokens('abc')).toEqual([]);
  });

  it('gets new tokens, while the old one works on', async () => {
    const offers: string[] = [];
    peer.credentials = ({ body }) => {
      offers.push((body as { token: string }).token);
      return { token: `c${String(offers.length)}`, url: peer.versionsUrl, roles };
    };
    await registerWith(server, registration());
    expect((await rotateWith(server, 'abc')).link?.token).toBe('c2');
    expect(offers).toHaveLength(2);
    for (const token of offers)
      expect(await ask(`${server.url}/ocpi/versions`, { token })).toMatchObject({ http: 200 });
  });

  it('that answers no rotation may use either token, and after a refusal the old one', async () => {
    const offers: string[] = [];
    peer.credentials = ({ body }) => {
      offers.push((body as { token: string }).token);
      return { token: 'c', url: peer.versionsUrl, roles };
    };
    await registerWith(server, registration());
    peer.misbehave = ({ method, body }) => {
      if (method !== 'PUT') return undefined;
      offers.push((body as { token: string }).token);
      return 'hang up';
    };
    await expect(rotateWith(server, 'abc')).rejects.toThrow(HandshakeFailed);
    expect(stateNow()).toBe('rotating');
    const works = async (token = '') => (await ask(`${server.url}/ocpi/versions`, { token })).http;
    expect([await works(offers[0]), await works(offers[1])]).toEqual([200, 200]);
    peer.misbehave = ({ method, body }) => {
      if (method !== 'PUT') return undefined;
      offers.push((body as { token: string }).token);
      return { code: 3000 };
    };
    await expect(rotateWith(server, 'abc')).rejects.toThrow(HandshakeFailed);
    expect([await works(offers[0]), await works(offers[2])]).toEqual([200, 401]);
  });

  it('is left, whether it answers or not', async () => {
    await registerWith(server, registration());
    peer.misbehave = () => 'hang up';
    expect(await leave(server, 'abc')).toMatch(/cannot be reached/);
    expect(stateNow()).toBe('unregistered');
  });
});
