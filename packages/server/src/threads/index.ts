export { startThreads } from './start-threads.ts';
export type { ServingThreads } from './start-threads.ts';
