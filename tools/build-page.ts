/** Before a server starts in a clone: the map page is built when it is missing or older than its sources. */
import { ensurePageBuilt } from '../packages/map/build/ensure-built.ts';

await ensurePageBuilt();
