/** What a driver is told of an EVSE. */
const words: Record<string, string> = {
  AVAILABLE: 'free',
  OCCUPIED: 'in use',
  RESERVED: 'reserved',
  UNAVAILABLE: 'blocked',
  OUT_OF_SERVICE: 'out of service',
  OFFLINE: 'not there',
};

export function stateInWords(state: string | undefined): string {
  return words[state ?? 'OTHER'] ?? 'unknown';
}
