/** Is the key pressed together with others that give it to the browser or the system? */
export const isChord = ({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean => ctrlKey || altKey || metaKey;
