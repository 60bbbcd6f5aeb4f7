/** The package types its door only, and its door brings the whole of Readability (90 kB) into every page. */
declare module '@mozilla/readability/Readability-readerable.js' {
  const isProbablyReaderable: (
    doc: Document,
    options?: { minContentLength?: number; minScore?: number; visibilityChecker?: (node: Node) => boolean },
  ) => boolean;
  export default isProbablyReaderable;
}
