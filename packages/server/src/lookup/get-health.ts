import { HealthResponse } from '@pantograph/model/v3';
import { jsonAnswer } from './lookup.ts';
import type { Asked, Operation } from './operation.ts';

export const getHealth: Operation = {
  name: 'getHealth',
  path: '/health',
  tag: 'API Information',
  summary: 'Whether this server answers truthfully',
  parameters: [],
  success: { schema: HealthResponse, description: 'It does.', example: { status: 'ok', message: '1399 locations' } },
  errors: [503],
  ownError: (cause): HealthResponse => ({ status: 'fail', message: cause }),
  samples: () => [{ label: 'Health', path: '/v3/health' }],
  answer({ lookup }: Asked) {
    const fault = lookup.fault?.();
    const { size, seq } = lookup.atlas;
    const message = fault ?? `${String(size)} locations as of change ${String(seq)}`;
    const body: HealthResponse = { status: fault === undefined ? 'ok' : 'fail', message };
    return jsonAnswer(body, [], fault === undefined ? 200 : 503);
  },
};
