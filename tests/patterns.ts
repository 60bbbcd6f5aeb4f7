/** Every regular expression of the sources, found by the compiler's own reader. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export type Found = {
  /** `path:line` of the first place. */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
};

/** The code files under these folders, without tests. */
function files(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.(?:test|d)\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
}

/** Regular expressions written as such, each once, and the places where one is made of strings. */
export function patternsIn(folders: readonly string[]): { written: readonly Found[]; made: readonly string[] } {
  const written = new Map<string, Found>();
  const made: string[] = [];
  for (const path of files(folders)) {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      const place = (): string => `${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        const found = { place: place(), source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
        if (!written.has(node.text)) written.set(node.text, found);
      }
      const isMade =
        (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(file) === 'RegExp';
      if (isMade) made.push(place());
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { written: [...written.values()], made };
}
