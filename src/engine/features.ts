import * as F from './bits';

export { F };

export const CASES = F.NOM | F.GEN | F.DAT | F.ACC | F.INS | F.LOC;
export const NUMBERS = F.SG | F.PL;
export const GENDERS = F.M | F.F | F.N;
