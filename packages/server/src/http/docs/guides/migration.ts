/** The page that v2 clients are led to, unless the operator names another. */
export const MIGRATION_PATH = '/docs/migrating';

/** The vendor's own. */
export const VENDOR_GUIDE = 'https://docs.here.com/ev-products/docs/evapi-v3-migration-guide';
