import { useEffect, useState } from 'preact/hooks';

/** A screen reader takes up a region first, and tells of what comes into it afterwards. Milliseconds. */
const REGION_FIRST = 150;

/** Tells a screen reader something without interrupting it. */
export function Said({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), REGION_FIRST);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="sr" role="status">
      {said}
    </p>
  );
}
