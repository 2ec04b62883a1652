/** Which of two instants is the later one. Negative: `left` is earlier. Both UTC with a `Z`, as OCPI DateTime has them. */
export function compareInstants(left: string, right: string): number {
  if (left === right) return 0;
  // Equally long means equally precise, and then the text orders as time does; 10:00:00Z and 10:00:00.000Z are one instant.
  if (left.length === right.length) return left < right ? -1 : 1;
  return Date.parse(left) - Date.parse(right);
}
