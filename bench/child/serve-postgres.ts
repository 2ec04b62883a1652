/**
 * The same questions answered from PostgreSQL behind the same HTTP framework. Arguments: how to connect, as JSON,
 * and over how many connections. Only what the benchmarks ask for is understood.
 */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { decodeFlexiblePolyline } from '@pantograph/model/geo';
import { v3Standards } from '@pantograph/model/vocabulary';
import { Hono } from 'hono';
import postgres from 'postgres';
import type { Connection } from '../postgres/server.ts';
import { tellUsage } from '../serving/tell-usage.ts';

const [connection = '', connections = '16'] = process.argv.slice(2);
const sql = postgres({
  ...(JSON.parse(connection) as Connection),
  max: Number(connections),
  onnotice: () => undefined,
});
const json = { 'content-type': 'application/json' };
const app = new Hono();

app.get('/v3/locations/:id', async (c) => {
  const [found] = await sql<{ document: string }[]>`
    SELECT document FROM location WHERE content_id = ${c.req.param('id')}`;
  return found === undefined ? c.notFound() : c.body(found.document, 200, json);
});

app.get('/v3/locations', async (c) => {
  const ids = c.req.query('ids')?.split(',') ?? [];
  const found = await sql<{ content_id: string; document: string }[]>`
    SELECT content_id, document FROM location WHERE content_id = ANY(${ids})`;
  const documents = new Map(found.map(({ content_id, document }) => [content_id, document]));
  return c.body(`{"items":[${ids.map((id) => documents.get(id) ?? 'null').join(',')}]}`, 200, json);
});

interface FoundPlace {
  readonly item: string;
  readonly distance: number;
  readonly excursion?: number;
}

app.get('/v1/browse', async (c) => {
  const query = c.req.query();
  const limit = Number(query['limit']);
  const found = query['route'] === undefined ? await around(query, limit) : await along(query['route'], limit);
  const items = found.map(({ item, distance, excursion }) => {
    const excursionDistance = excursion === undefined ? '' : `,"excursionDistance":${String(Math.round(excursion))}`;
    return `${item.slice(0, -1)},"distance":${String(Math.round(distance))}${excursionDistance}}`;
  });
  return c.body(`{"items":[${items.join(',')}]}`, 200, json);
});

type Query = Readonly<Record<string, string>>;

async function around(query: Query, limit: number): Promise<readonly FoundPlace[]> {
  const [lat, lng] = (query['at'] ?? '').split(',').map(Number);
  const radius = Number(query['in']?.split('r=')[1]);
  const at = sql`ST_Point(${lng ?? 0}, ${lat ?? 0}, 4326)::geography`;
  return await sql<FoundPlace[]>`
    SELECT item, ST_Distance(position, ${at}, false) AS distance FROM place
    WHERE ST_DWithin(position, ${at}, ${radius}, false) ${conditions(query)}
    ORDER BY position <-> ${at} LIMIT ${limit}`;
}

/**
 * Numbers of standards are inlined: there are few, and each makes a statement that PostgreSQL prepares once. Providers
 * are compared place by place: most places know most of them, and the plan over an index of them takes four times as long.
 */
function conditions(query: Query): postgres.PendingQuery<postgres.Row[]> {
  const standard = query['evStation[connectorTypes]'];
  const number = standard === undefined ? undefined : v3Standards.indexOf(standard) + 1;
  const provider = query['evStation[eMobilityServiceProviderPartnerIds]'];
  const watts = Number(query['evStation[minPower]'] ?? 0) * 1000;
  const powers = query['evStation[available]'] === 'true' ? sql`available_powers` : sql`powers`;
  return sql`
    ${number === undefined ? sql`` : sql`AND ${powers}[${sql.unsafe(String(number))}] >= ${watts}`}
    ${provider === undefined ? sql`` : sql`AND (SELECT number FROM provider WHERE id = ${provider}) = ANY(providers)`}`;
}

/**
 * The route split by segment, so that the index on the position sees small boxes; each place at its nearest segment, in
 * the order of the route.
 */
async function along(route: string, limit: number): Promise<readonly FoundPlace[]> {
  const [polyline = '', width = ''] = route.split(';w=');
  const decoded = decodeFlexiblePolyline(polyline);
  if (!decoded.ok) throw new Error('the route cannot be decoded');
  const line = decoded.points.map(({ lat, lng }) => `${String(lng)} ${String(lat)}`).join(',');
  return await sql<FoundPlace[]>`
    WITH route AS (SELECT ST_GeomFromText(${`LINESTRING(${line})`}, 4326) AS line),
    segment AS (
      SELECT (dumped).path[1] AS number, (dumped).geom::geography AS line,
        ST_Length((dumped).geom::geography, false) AS length
      FROM (SELECT ST_DumpSegments(line) AS dumped FROM route) AS dump
    ),
    placed AS (SELECT number, line, length, sum(length) OVER (ORDER BY number) - length AS start FROM segment),
    nearest AS (
      SELECT DISTINCT ON (content_id) content_id, item, start, length,
        placed.line::geometry AS line, position::geometry AS point, ST_Distance(position, placed.line, false) AS away
      FROM placed JOIN place ON ST_DWithin(position, placed.line, ${Number(width) / 2}, false)
      ORDER BY content_id, away, number
    )
    SELECT item, 2 * away AS excursion,
      start + length * ST_LineLocatePoint(line, point) + away AS distance
    FROM nearest ORDER BY 3 LIMIT ${limit}`;
}

app.patch('/ocpi/receiver/2.2.1/locations/:country/:party/:location/:uid', async (c) => {
  const { status, last_updated } = await c.req.json<{ status: string; last_updated: string }>();
  const { location, uid } = c.req.param();
  const { count } = await sql`
    UPDATE evse_status SET status = ${status}, observed_at = ${last_updated}
    WHERE location_id = ${location} AND uid = ${uid} AND observed_at <= ${last_updated}`;
  return count === 1 ? c.json({ status_code: 1000, timestamp: new Date().toISOString() }) : c.notFound();
});

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) => {
  tellUsage(port);
});
process.on('disconnect', () => server.close());
