export { openTwins } from './open-twins.ts';
