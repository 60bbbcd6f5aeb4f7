import { t } from '../shared/i18n';
import { NewerSettings } from '../shared/settings';

/** What a reader is told when a choice could not be kept. */
export function notSaved(problem: unknown): string {
  return t(problem instanceof NewerSettings ? 'newer_settings' : 'not_saved');
}
