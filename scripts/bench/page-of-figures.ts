/** The table of figures in docs/performance.md, between two marks that stay. */
import { COLUMNS, cells, type Figure } from './figure';

const FROM = '<!-- figures: npm run bench -- --markdown -->';
const TO = '<!-- end of figures -->';

const escaped = (cell: string): string => cell.replaceAll('|', '\\|');
const row = (list: readonly string[]): string => `| ${list.map(escaped).join(' | ')} |`;

/**
 * The page with its table written anew.
 * @param about date, versions and load: a line above the table
 */
export function withFigures(page: string, figures: readonly Figure[], about: string): string {
  const start = page.indexOf(FROM);
  const end = page.indexOf(TO);
  if (start < 0 || end < start) throw new Error(`the page has no place for the table: ${FROM} … ${TO}`);
  const head = [row(COLUMNS.map((word) => word.toLowerCase())), row(COLUMNS.map(() => '---'))];
  const table = [...head, ...figures.map((figure) => row(cells(figure)))].join('\n');
  return `${page.slice(0, start)}${FROM}\n${about}\n\n${table}\n${page.slice(end)}`;
}
