/**
 * The first script: one small classic script (`.iife`: no loader, and no file that a page could ask for) in every page.
 * It decides whether the page is read; to a page that is, the background brings the door and the reader (`door.ts`,
 * `article.ts`). On any other it waits, and asks nothing of the extension.
 */
import { insist } from './alive';
import { isHtml, isNews } from './gate';
import { articleFrame, holdsNews } from './inner';
import { Lobby } from './lobby';
import { onceShown } from './shown';
import { world } from './world';

const isTop = window === window.top;

function start(): void {
  // After an installation both the browser and the background may start it in an open page.
  if (!isHtml(document) || world.ruporDoor?.() || world.ruporLobby) return;
  world.ruporGate = isNews;
  const look = (): void => {
    // A tab that nobody has looked at yet can wait.
    if (document.hidden) return;
    world.ruporNews = isNews(document);
    if (world.ruporNews || (isTop && articleFrame(document))) open(world.ruporNews);
  };
  const onFrame = ({ target }: Event): void => {
    if (target instanceof HTMLIFrameElement && holdsNews(target)) look();
  };
  const lobby = new Lobby(look);
  if (isTop) document.addEventListener('load', onFrame, true);
  const leave = (): void => {
    lobby.close();
    document.removeEventListener('load', onFrame, true);
  };
  // It stays here until the door has come, so that nobody else waits for it.
  world.ruporLobby = leave;
  const open = (isNews: boolean): void => {
    leave();
    // The answer is what the reader has chosen; the scripts that it comes with wait for it.
    world.ruporChoices = insist({ say: 'open', isNews }, () => !world.ruporDoor?.());
  };
  look();
}

onceShown(start);
