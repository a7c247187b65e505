/** Puts the keyboard into the first field of the task beside the list, as soon as its form has come. */
const LIMIT_MS = 8_000;
const FIELD = 'aside .fjs-form :is(input, textarea, select):not([type="hidden"], [disabled], [readonly])';

export function focusForm(): void {
  const look = () => {
    const field = document.querySelector<HTMLElement>(FIELD);
    field?.focus();
    return field !== null;
  };
  if (look()) return;
  const watching = new MutationObserver(() => {
    if (look()) watching.disconnect();
  });
  watching.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watching.disconnect(), LIMIT_MS);
}
