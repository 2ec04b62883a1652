/** Versions of OCPI that are spoken. 2.2 is read and written as 2.2.1. */
export const ocpiVersions = ['2.1.1', '2.2.1', '2.3.0'] as const;
export type OcpiWireVersion = (typeof ocpiVersions)[number];
