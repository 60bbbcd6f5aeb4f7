/** What an entry is. */

export const OUTLET = 0;
export const OFFICIAL = 1;
export const OTHER = 2;
export const NARRATIVE = 3;
