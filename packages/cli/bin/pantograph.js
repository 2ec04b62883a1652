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
  const { main } = await import('../src/main.ts');
  process.exitCode = await main(process.argv.slice(2));
}
