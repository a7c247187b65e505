/**
 * form-js draws one placeholder past its own translation: the "Search" of a searchable select. Fields come and go with
 * conditions and repetitions, so each is met when it appears.
 */
export function translatePlaceholders(place: HTMLElement, words: string): () => void {
  const translate = () => {
    for (const input of place.querySelectorAll<HTMLInputElement>('input[placeholder="Search"]'))
      input.placeholder = words;
  };
  translate();
  const observer = new MutationObserver(translate);
  observer.observe(place, { childList: true, subtree: true });
  return () => observer.disconnect();
}
