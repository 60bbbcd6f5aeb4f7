import { useEffect, useState } from 'preact/hooks';

/** A section counts as read once its heading is above this part of the window's height. */
const LINE = 0.35;

/** The id of the section that is being read; the last one where the page ends. */
export function useInView(ids: readonly string[]): string | undefined {
  const [seen, setSeen] = useState(ids[0]);
  useEffect(() => {
    const look = (): void => {
      const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
      const isEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2;
      const passed = ids.filter((id) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
        return top <= clientHeight * LINE;
      });
      setSeen((isEnd ? ids : passed).at(-1) ?? ids[0]);
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [ids]);
  return seen;
}
