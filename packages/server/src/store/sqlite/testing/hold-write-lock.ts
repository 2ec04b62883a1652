/** Run as a process of its own: holds the write lock of a database until its standard input ends. */
import { DatabaseSync } from 'node:sqlite';

const [path = ''] = process.argv.slice(2);
const database = new DatabaseSync(path);
database.exec('BEGIN IMMEDIATE');
process.stdout.write('held\n');
process.stdin.resume().on('end', () => {
  database.exec('ROLLBACK');
  database.close();
});
