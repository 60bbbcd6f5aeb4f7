/** Lets so many milliseconds pass. */
export const rest = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
