/** What a recorded request asked of v2, without anything that says who asked. */

export interface LegacyRequest {
  /** Path below the base, and query: `stations.json?prox=...`. Always asked as JSON; XML is the same tree. */
  readonly target: string;
  /** The path without ids: what requests are summed up by. */
  readonly resource: string;
}

/** Why an entry of a log is no request to replay. */
export const skipReasons = {
  not_a_request: 'the line or entry is no request in any form that is known',
  not_v2: 'the path is none of v2',
  other_method: 'only GET can be asked again without harm',
  refused_then: 'v2 refused it at the time for who asked, or failed',
  too_long: 'the line or address is longer than 16 KB',
  too_many: 'there are more different requests than are kept apart',
} as const;
export type SkipReason = keyof typeof skipReasons;

/** What says who asks; it goes no further than here. */
const secrets = /^(api_?key|app_?id|app_?code|(access_?)?token|auth(orization)?|key|sig(nature)?)$/i;

const resources =
  /(?:^|\/)((stations|evses|pools)(?:\/[^/?#]+)*|connectortypes|powerfeedtypes|connectorstatuses|roamings)\.(?:json|xml)$/;

/** @param address a URL, or a path with its query */
export function legacyRequestIn(address: string): LegacyRequest | SkipReason {
  const url = URL.parse(address, 'http://unknown');
  if (url === null) return 'not_a_request';
  const [, path] = resources.exec(url.pathname) ?? [];
  if (path === undefined) return 'not_v2';
  const parameters = new URLSearchParams();
  for (const [name, value] of url.searchParams) if (!secrets.test(name)) parameters.append(name, value);
  // The order of different parameters means nothing; that of one, such as ids, does.
  parameters.sort();
  // As people write them; commas and semicolons need no escape in a query.
  const query = parameters.toString().replaceAll('%2C', ',').replaceAll('%3B', ';');
  return { target: `${path}.json${query === '' ? '' : `?${query}`}`, resource: resourceOf(path) };
}

const named = /^(stations|pools|evses)\/(count|bulk|alongroute(?:\/count)?)$/;

function resourceOf(path: string): string {
  const [first = path, ...rest] = path.split('/');
  return rest.length === 0 || named.test(path) ? path : `${first}/{id}`;
}
