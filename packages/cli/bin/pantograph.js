#!/usr/bin/env node
// Plain JavaScript that old versions of Node can read, so that they can say what is missing.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(`pantograph needs Node.js 24 or newer; this is ${process.version} (${process.execPath}).`);
  console.error(
    'In a clone of the repository "npx pantograph" and the npm scripts bring the right one; elsewhere see https://nodejs.org/.',
  );
  process.exitCode = 2;
} else {
  // Compiled code is kept between runs: half the CPU time of a start.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
  await import('../src/main.ts');
}
