/** What a driver is told of an EVSE. */
const words: Record<string, string> = {
  AVAILABLE: 'free',
  CHARGING: 'in use',
  RESERVED: 'reserved',
  BLOCKED: 'blocked',
  INOPERATIVE: 'out of service',
  OUTOFORDER: 'out of service',
  PLANNED: 'not there',
  REMOVED: 'not there',
};

export function statusInWords(status: string): string {
  return words[status] ?? 'unknown';
}
