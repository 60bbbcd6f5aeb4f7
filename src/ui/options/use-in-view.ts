import { useEffect, useState } from 'preact/hooks';

/** A section counts as read once its heading is above this part of the window's height. */
const LINE = 0.2;

/** The id of the section that is being read; the last one where the page ends. */
export function useInView(ids: readonly string[]): string | undefined {
  const [seen, setSeen] = useState(ids[0]);
  useEffect(() => {
    /** A section that the reader has asked for is the one, until the reader moves on: the page may be too short to show it on top. */
    let followed = location.hash.slice(1);
    const look = (): void => {
      const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
      const isEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2;
      const passed = ids.filter((id) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
        return top <= clientHeight * LINE;
      });
      setSeen(ids.includes(followed) ? followed : ((isEnd ? ids : passed).at(-1) ?? ids[0]));
    };
    const follow = (): void => {
      followed = location.hash.slice(1);
      look();
    };
    const moveOn = (): void => {
      followed = '';
    };
    look();
    const moves = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
    for (const move of moves) addEventListener(move, moveOn, { passive: true });
    addEventListener('hashchange', follow);
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      for (const move of moves) removeEventListener(move, moveOn);
      removeEventListener('hashchange', follow);
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [ids]);
  return seen;
}
