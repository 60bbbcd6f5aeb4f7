/** Is this script still part of a running extension? After an update an old one lives on in open pages. */
import type { Broadcast, ToBackground } from '../shared/messages';
import native from '../shared/native';

export function isAlive(): boolean {
  try {
    return native.runtime?.id !== undefined;
  } catch {
    return false; // "Extension context invalidated."
  }
}

/** Says something to the background and to our open pages; nobody may be listening, and whoever needs an answer asks again. */
export async function tell(message: ToBackground | Broadcast): Promise<void> {
  if (isAlive()) await native.runtime.sendMessage(message).catch(() => undefined);
}
