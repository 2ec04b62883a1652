/** Compares what both generations answer to one request. */
import type { Answer } from '../ask/ask.ts';
import type { Tree } from './field-rules.ts';
import * as fields from './field-rules.ts';
import { judgeBody } from './judge-body.ts';
import { judgeOrder } from './judge-order.ts';
import type { Judgement } from './verdict.ts';
import { verdictOf } from './verdict.ts';

const trees: Readonly<Record<string, Tree>> = {
  'stations/count': fields.count,
  'stations/alongroute/count': fields.count,
  'evses/bulk': fields.evses,
  connectortypes: fields.connectorTypes,
  powerfeedtypes: fields.powerFeedTypes,
  connectorstatuses: fields.connectorStatuses,
  roamings: fields.roamings,
};

/** @param resource as `legacyRequestIn` names it */
export function judgeAnswers(resource: string, v2: Answer, v3: Answer): readonly Judgement[] {
  if (v2.status !== v3.status) return [{ field: 'status', verdict: 'different', v2: v2.status, v3: v3.status }];
  const status: Judgement = { field: 'status', verdict: 'equal' };
  if (v2.status !== 200) {
    const error: Judgement = { field: 'error', ...verdictOf('error_reworded'), v2: v2.body, v3: v3.body };
    return [status, error];
  }
  const tree = trees[resource] ?? fields.stations;
  const order = tree === fields.stations ? judgeOrder(v2.body, v3.body) : undefined;
  return [
    status,
    ...judgeBody(v2.body, v3.body, tree),
    ...(order === undefined ? [] : [{ field: 'evStations.evStation (order)', ...verdictOf(order) }]),
  ];
}
