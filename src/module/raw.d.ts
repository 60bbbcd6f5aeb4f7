/** A file as text, as Vite brings it; Vite's own types would bring the DOM along. */
declare module '*.json?raw' {
  const text: string;
  export default text;
}
