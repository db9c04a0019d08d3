/** Of a password that is chosen; the server asks as much. */
export const SHORTEST_PASSWORD = 10;
