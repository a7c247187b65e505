/**
 * A press is meant for what lies under it when it begins. Leaving a field may put in or take out a line about it, and what
 * was pressed moves away before the finger is lifted: the browser then gives the click to whatever holds both places, and
 * the button seems dead.
 */

const PRESSED = [
  ...['button', 'a[href]', 'summary', 'label', 'input'],
  ...['button', 'tab', 'radio', 'checkbox', 'option', 'menuitem'].map((role) => `[role="${role}"]`),
].join(', ');

/** Farther than this it is a drag, or somebody who thought better of it. */
const STILL_PX = 6;

interface Press {
  element: HTMLElement;
  x: number;
  y: number;
  left: number;
  top: number;
}

/** Gives the click of a press that began on something to that, where only the page has moved. Returns how to stop. */
export function keepPresses(page: Document): () => void {
  let press: Press | null = null;
  const onDown = ({ target, button, isPrimary, clientX, clientY }: PointerEvent) => {
    const element = target instanceof Element ? target.closest(PRESSED) : null;
    press = null;
    if (button !== 0 || !isPrimary || !(element instanceof HTMLElement)) return;
    const { left, top } = element.getBoundingClientRect();
    press = { element, x: clientX, y: clientY, left, top };
  };
  const onClick = (event: MouseEvent) => {
    const begun = press;
    press = null;
    if (!begun || !event.isTrusted || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { element, x, y } = begun;
    const isStray = event.target instanceof Node && event.target !== element && event.target.contains(element);
    const isStill = Math.hypot(event.clientX - x, event.clientY - y) <= STILL_PX;
    const { left, top } = element.getBoundingClientRect();
    if (!isStray || !isStill || (left === begun.left && top === begun.top)) return;
    event.stopPropagation();
    event.preventDefault();
    element.click();
  };
  page.addEventListener('pointerdown', onDown, true);
  page.addEventListener('click', onClick, true);
  return () => {
    page.removeEventListener('pointerdown', onDown, true);
    page.removeEventListener('click', onClick, true);
  };
}
