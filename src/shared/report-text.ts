/** The text of a report, and the addresses that carry it out of the browser by the reader's own hand. */
import { bugs } from '../../package.json';
import { t, textIn, type UiLanguage, uiLanguage } from './i18n';
import { forFile, oneLine, type Report, sentenceOf } from './report';

/** GitHub and the mail programs cut or refuse longer addresses; a Ukrainian letter takes six characters of it. */
const URL_MAX = 8000;

/** Exactly what is shown and sent, unless the reader edits it. One `name: value` a line, in the given language. */
export function reportText(report: Report, language: UiLanguage): string {
  const line = textIn.bind(undefined, language);
  const lines = [line('line_versions', report.rupor, report.lexicon), ...aboutLines(report, language)];
  if (report.note.trim() !== '') lines.push(line('line_note', oneLine(report.note)));
  if (report.page.precision === 'host') lines.push(line('line_host', report.page.host));
  if (report.page.precision === 'full') lines.push(line('line_page', report.page.address));
  lines.push(line('line_excerpt', sentenceOf(report)));
  return lines.join('\n');
}

function aboutLines(report: Report, language: UiLanguage): string[] {
  const line = textIn.bind(undefined, language);
  const kind = report.kind === undefined ? line('missed_kind_none') : line(`kind_${report.kind}`);
  if (report.what === 'missed') return [line('line_missed', kind)];
  return [
    line('line_mark', kind, report.entry),
    line('line_stance', line(`stance_${report.stance}`)),
    line('line_reason', line(`short_${report.reason}`)),
  ];
}

/** The very text of a kept report: as it was left by hand, else as its particulars make it. */
export function textOf(report: Report): string {
  return report.edited ?? reportText(report, uiLanguage());
}

/** Under which heading a report is sent; `name` is what the mark stands for. */
export function subjectOf(report: Report, name: string): string {
  return report.what === 'missed' ? t('report_missed_subject', oneLine(name)) : t('report_subject', oneLine(name));
}

/** The address of a draft issue with this text; undefined where the text is too long for an address. */
export function issueUrl(text: string, title: string): string | undefined {
  return fitting(`${bugs}/new?title=${encodeURIComponent(title)}&body=${encodeURIComponent(text)}`);
}

/** The address of a letter with this text, to nobody yet; undefined where the text is too long for an address. */
export function mailUrl(text: string, title: string): string | undefined {
  // A mail address separates lines with CR LF (RFC 6068).
  const body = text.replace(/\n/g, '\r\n');
  return fitting(`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`);
}

function fitting(url: string): string | undefined {
  return url.length <= URL_MAX ? url : undefined;
}

/** The file that a report is saved as: what `npm run triage` reads, with the very text in it. */
export function fileOf(report: Report, text: string): { readonly name: string; readonly text: string } {
  const about = report.what === 'missed' ? 'missed' : report.entry.replace(/[^\w-]/g, '');
  const name = `rupor-${about}-${new Date(report.at).toISOString().slice(0, 10)}.json`;
  return { name, text: `${JSON.stringify(forFile(report, text), null, 2)}\n` };
}

/** One file of many reports, each with its very text. @param now milliseconds since 1970 */
export function allInOne(reports: readonly Report[], now: number): { readonly name: string; readonly text: string } {
  const all = reports.map((report) => forFile(report, textOf(report)));
  return {
    name: `rupor-reports-${new Date(now).toISOString().slice(0, 10)}.json`,
    text: `${JSON.stringify(all, null, 2)}\n`,
  };
}
