/** Why the suite does not find a fault, for the table. A test wants each to be a fault that there is. */
export const SURVIVORS: Readonly<Record<string, string>> = {};
