import { VersionResponse } from '@pantograph/model/v3';
import { jsonAnswer } from './lookup.ts';
import { API_VERSION } from './openapi/api-version.ts';
import type { Asked, Operation } from './operation.ts';

export const getVersion: Operation = {
  name: 'getVersion',
  path: '/version',
  tag: 'API Information',
  summary: 'Version of the contract and of this software',
  parameters: [],
  success: {
    schema: VersionResponse,
    description: 'The versions.',
    example: { apiVersion: API_VERSION, serviceVersion: '0.1.0' },
  },
  errors: [],
  samples: () => [{ label: 'Version', path: '/v3/version' }],
  answer({ lookup }: Asked) {
    const { serviceVersion } = lookup.lookup;
    const body: VersionResponse = { apiVersion: API_VERSION, ...(serviceVersion !== undefined && { serviceVersion }) };
    return jsonAnswer(body);
  },
};
