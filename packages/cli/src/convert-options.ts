/** The options of `pantograph convert`, as commander reads them. */
import type { Allowance, Form } from '@pantograph/migrate/convert';
import type { Shape } from './convert-output.ts';

export interface ConvertCommandOptions {
  readonly from: Form;
  readonly to: Form;
  readonly out?: string;
  readonly shape: Shape;
  readonly tariffs?: string;
  readonly tariffsOut?: string;
  readonly report?: string;
  readonly reportFormat?: 'text' | 'json';
  readonly strict: boolean;
  readonly allow: readonly Allowance[];
  readonly source: string;
  readonly country?: string;
  readonly party?: string;
  readonly extension: boolean;
  readonly maxObjectMb: number;
}
