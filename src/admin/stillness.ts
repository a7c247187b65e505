/**
 * Whoever asked their device for less movement sees none: not of the plugin's pages, nor of the core's dialogs, menus and
 * spinners, nor of the sign-in. What a movement says is said in words as well.
 */
const STILL = `@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after {
    animation-duration: 0.01ms !important;
    animation-delay: 0s !important;
    animation-iteration-count: 1 !important;
    transition-duration: 0.01ms !important;
    transition-delay: 0s !important;
    scroll-behavior: auto !important;
  }
}`;

export function keepStill(): void {
  const style = document.createElement('style');
  style.textContent = STILL;
  document.head.append(style);
}
