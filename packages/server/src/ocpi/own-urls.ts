/** Where the parts of this surface are. Sender and receiver have one path arity in OCPI, hence two prefixes. */
import type { OwnParty } from './peers/own-party.ts';
import type { SpokenVersion } from './version.ts';
import { spokenVersions } from './version.ts';

export const OCPI_PREFIX = '/ocpi/';

export function versionsUrlOf({ publicUrl = '' }: OwnParty): string {
  return `${publicUrl.replace(/\/+$/, '')}/ocpi/versions`;
}

/** OCPI 2.3.0 version information, Version. */
export function ownVersions(baseUrl: string): readonly object[] {
  return spokenVersions.map((version) => ({ version, url: `${baseUrl}/ocpi/${version}` }));
}

/**
 * OCPI 2.3.0 version information, VersionDetails. 2.1.1 knows no roles, so each module has one endpoint there: the
 * receiver's, which answers the sender's GETs too.
 */
export function ownEndpoints(baseUrl: string, version: SpokenVersion): object {
  const credentials = { identifier: 'credentials', url: `${baseUrl}/ocpi/${version}/credentials` };
  const url = (role: string, module: string): string => `${baseUrl}/ocpi/${role}/${version}/${module}`;
  const modules = ['locations', 'tariffs'];
  if (version === '2.1.1') {
    const endpoints = modules.map((identifier) => ({ identifier, url: url('receiver', identifier) }));
    return { version, endpoints: [credentials, ...endpoints] };
  }
  const endpoints = modules.flatMap((identifier) => [
    { identifier, role: 'SENDER', url: url('sender', identifier) },
    { identifier, role: 'RECEIVER', url: url('receiver', identifier) },
  ]);
  return { version, endpoints: [{ ...credentials, role: 'SENDER' }, ...endpoints] };
}
