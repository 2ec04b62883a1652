import { describe, expect, it } from 'vitest';
import { sentLocations } from '../testing/feed-objects.ts';
import { answerData, answerPage, peerServer } from '../testing/peer-server.ts';
import type { Behaviour } from '../testing/peer-server.ts';
import { codesOf, pullUnderTest } from '../testing/pull-under-test.ts';

async function pullFrom(behave: Behaviour, more = '') {
  await using server = await peerServer(behave);
  await using subject = pullUnderTest(`kind: ocpi-url, locations: '${server.url}/locations'${more}`);
  const report = await subject.pull();
  return { report, codes: codesOf(report), ids: subject.ids(), asked: server.asked, waits: subject.waits };
}

const objects = sentLocations(25);
const allIds = objects.map(({ id }) => id).sort();

describe('a paged list is read to its end', () => {
  it.each([1, 7, 25, 100])('in pages of %i', async (pageSize) => {
    const { report, ids, asked } = await pullFrom((request, response) =>
      answerPage(request, response, { objects, pageSize }),
    );
    expect(ids).toEqual(allIds);
    expect(report).toMatchObject({ objects: 25, added: 25, outcome: 'complete', mode: 'full', notices: [] });
    expect(report.pages).toBe(Math.ceil(25 / pageSize));
    expect(asked[0]).toBe('/locations?limit=500');
  });

  it('in which what came before is numbered over all pages', async () => {
    const [first, ...others] = objects;
    const { report } = await pullFrom((request, response) =>
      answerPage(request, response, { objects: [...objects, ...others.slice(11, 12), first], pageSize: 10 }),
    );
    const [notice] = report.notices;
    expect(notice?.code).toBe('object_repeated');
    expect(notice?.examples.map(({ id, message }) => [id, /\(object \d+\)/.exec(message)?.[0]])).toEqual([
      ['L13', '(object 13)'],
      ['L1', '(object 1)'],
    ]);
  });

  it('without a Link, as long as the total says that there is more', async () => {
    const { ids, codes, report } = await pullFrom((request, response) =>
      answerPage(request, response, { objects, pageSize: 10, link: false }),
    );
    expect(ids).toEqual(allIds);
    expect([codes, report.outcome]).toEqual([['link_missing'], 'complete']);
  });

  it('without a total', async () => {
    const { ids, codes } = await pullFrom((request, response) =>
      answerPage(request, response, { objects, pageSize: 10, total: false }),
    );
    expect([ids, codes]).toEqual([allIds, []]);
  });

  it('with a Link to another server, which is not asked', async () => {
    await using elsewhere = await peerServer((_, response) => answerData(response, []));
    const strayed = await pullFrom((_, response, url) => {
      const offset = Number(url.searchParams.get('offset') ?? 0);
      if (offset + 10 < 25)
        response.setHeader(
          'link',
          `<${elsewhere.url.replace('127.0.0.1', 'localhost')}/x?offset=${String(offset + 10)}>; rel=next`,
        );
      answerData(response, objects.slice(offset, offset + 10));
    });
    expect(strayed.ids).toEqual(allIds);
    expect(strayed.codes).toEqual(['link_elsewhere']);
    expect(elsewhere.asked).toEqual([]);
  });

  it('while it shrinks', async () => {
    let list = [...objects];
    const { ids, codes, report } = await pullFrom((request, response, url) => {
      // Two of the first page go once it was read, and everything behind them moves up.
      if (url.searchParams.get('offset') === '10') list = objects.filter(({ id }) => id !== 'L1' && id !== 'L2');
      answerPage(request, response, { objects: list, pageSize: 10 });
    });
    expect(ids).toEqual(allIds);
    expect(codes).toContain('list_shrank');
    expect(report.outcome).toBe('complete');
  });

  it('all at once, and from the middle of a slow stream', async () => {
    const many = sentLocations(2000);
    const { report } = await pullFrom((_, response) => {
      const text = JSON.stringify({ status_code: 1000, data: many });
      for (let at = 0; at < text.length; at += 50_000) response.write(text.slice(at, at + 50_000));
      response.end();
    });
    expect(report).toMatchObject({ added: 2000, outcome: 'complete' });
  });

  it('past a bad object, which costs nothing but itself', async () => {
    const broken = [objects[0], { id: 'BAD', evses: 3 }, null, 'x', objects[1]];
    const { report, ids } = await pullFrom((request, response) => answerPage(request, response, { objects: broken }));
    expect(ids).toEqual(['L1', 'L2']);
    expect(report).toMatchObject({ objects: 5, added: 2, quarantined: 3, outcome: 'complete' });
  });
});

describe('a list that does not end is left', () => {
  it('where a page links to itself', async () => {
    const { report, codes, asked } = await pullFrom((request, response) => {
      response.setHeader('link', `<${request.url ?? ''}>; rel="next"`);
      answerData(response, objects.slice(0, 5));
    });
    expect(asked.length).toBe(1);
    expect(codes).toContain('page_read_before');
    expect(report).toMatchObject({ outcome: 'incomplete', added: 5 });
  });

  it('where every page is the first', async () => {
    const { codes, asked } = await pullFrom((_, response, url) => {
      const offset = Number(url.searchParams.get('offset') ?? 0) + 5;
      response.setHeader('link', `<${url.pathname}?offset=${String(offset)}>; rel="next"`);
      answerData(response, objects.slice(0, 5));
    });
    expect(codes).toContain('pages_without_news');
    expect(asked.length).toBe(4);
  });

  it('where there are only empty pages', async () => {
    const { codes, asked } = await pullFrom((_, response, url) => {
      const offset = Number(url.searchParams.get('offset') ?? 0) + 5;
      response.setHeader('link', `<${url.pathname}?offset=${String(offset)}>; rel="next"`);
      answerData(response, []);
    });
    expect(codes).toContain('pages_without_news');
    expect(asked.length).toBe(100);
  });

  it('where the total falls with every answer', async () => {
    let total = 30;
    const { ids } = await pullFrom((_, response, url) => {
      const offset = Number(url.searchParams.get('offset') ?? 0);
      response.setHeader('x-total-count', String(total--));
      if (offset + 10 < 25) response.setHeader('link', `<${url.pathname}?offset=${String(offset + 10)}>; rel="next"`);
      answerData(response, objects.slice(offset, offset + 10));
    });
    expect(ids.length).toBeGreaterThanOrEqual(10);
  });
});

describe('fewer than announced', () => {
  it('is told', async () => {
    const { codes, report } = await pullFrom((_, response) => {
      response.setHeader('x-total-count', '3');
      answerData(response, []);
    });
    expect([codes, report.outcome]).toEqual([['fewer_than_announced'], 'complete']);
  });
});
