/** Which keys of the interface's texts the sources name, as the compiler sees them. */
import { join, relative } from 'node:path';
import ts from 'typescript';

const ROOMS = ['background', 'page', 'parts', 'shared', 'ui'];
const I18N = 'src/shared/i18n.ts';

export type NamedKeys = {
  readonly keys: ReadonlySet<string>;
  /** Places that name a key in a way that leaves open which, as "file: text". */
  readonly open: readonly string[];
};

/**
 * Every word or template of the sources that stands where a key is asked for. A template counts for what the types of
 * its parts let it become (`kind_${kind}` for three keys), so that it hides no key that it can never be.
 */
export function keysInSources(): NamedKeys {
  const config = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, '.');
  const files = ROOMS.flatMap((room) => ts.sys.readDirectory(join('src', room), ['.ts', '.tsx']));
  const program = ts.createProgram(
    files.filter((file) => !/\.test\.tsx?$/u.test(file)),
    options,
  );
  const checker = program.getTypeChecker();
  const asked = ['TextKey', 'PluralKey'].map((name) => declared(program, name));
  const keys = new Set<string>();
  const open: string[] = [];

  const take = (node: ts.StringLiteralLike | ts.TemplateExpression): void => {
    const wanted = checker.getContextualType(node);
    if (!wanted || !asked.includes(checker.getNonNullableType(wanted))) return;
    const type = checker.getTypeAtLocation(node);
    for (const one of type.isUnion() ? type.types : [type]) {
      if (one.isStringLiteral()) keys.add(one.value);
      else open.push(`${relative('.', node.getSourceFile().fileName)}: ${node.getText()}`);
    }
  };
  const walk = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) take(node);
    ts.forEachChild(node, walk);
  };
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source) walk(source);
  }
  return { keys, open };
}

function declared(program: ts.Program, name: string): ts.Type {
  const source = program.getSourceFile(I18N);
  const alias = source?.statements.find((one) => ts.isTypeAliasDeclaration(one) && one.name.text === name);
  if (!alias) throw new Error(`${I18N} has no type ${name}`);
  return program.getTypeChecker().getTypeAtLocation(alias);
}
