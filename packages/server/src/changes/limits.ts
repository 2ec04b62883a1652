/** Records of a page of `/changes`. */
export const USUAL_LIMIT = 1_000;
export const MOST_LIMIT = 5_000;
