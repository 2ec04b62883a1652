/** How much of a request is read before it is refused. */

/**
 * Characters of a URL. The longest the contracts ask for is a route of 2,000 points in a query: 12 to 16 KB as flexible
 * polyline, up to 24 KB where the points lie far apart.
 */
export const maxUrlLength = 32 * 1024;

/** Bytes of request line and headers together, which node:http counts as one: a URL that is too long gets that far, to be told so. */
export const maxHeaderBytes = 128 * 1024;

/** Bytes of a body: a GeoJSON route of 2,000 points has about 80 KB. */
export const maxBodyBytes = 1024 * 1024;

/** The caller's own id is echoed up to here. */
export const maxRequestIdLength = 128;

/** Milliseconds. */
export const timeouts = {
  /** For a surface to answer. */
  answer: 30_000,
  /** For a caller to send its headers, its whole request; with nothing moving on a connection that has work. */
  headers: 10_000,
  request: 30_000,
  idle: 120_000,
  /** Longer than the 60 s after which load balancers usually give up a connection, so that they do it first. */
  keepAlive: 65_000,
} as const;
