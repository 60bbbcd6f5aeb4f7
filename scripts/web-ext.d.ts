/** The one command of web-ext that is used, called as a function: its command line would ask the network for updates. */
declare module 'web-ext' {
  type Finding = { readonly code: string; readonly message: string; readonly file?: string };
  type Findings = { readonly errors: Finding[]; readonly warnings: Finding[]; readonly notices: Finding[] };
  type Options = {
    readonly sourceDir: string;
    readonly artifactsDir: string;
    readonly output: 'none';
    readonly warningsAsErrors: boolean;
  };
  export const cmd: { lint(options: Options, how: { readonly shouldExitProgram: false }): Promise<Findings> };
}
