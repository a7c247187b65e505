// What the pages can do besides, where scripts run: leave without a trace in this tab, copy or print a code, not send twice,
// and put the reader where something is wrong. Without it every page works. Nothing is stored and nobody else is asked.

const leave = document.getElementById('leave');
leave?.addEventListener('click', (event) => {
  event.preventDefault();
  document.body.replaceChildren();
  document.title = '';
  window.location.replace(leave.getAttribute('href') ?? 'about:blank');
});

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy)?.textContent ?? '');
    button.textContent = button.dataset.done;
  });
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', (event) => {
    const button = form.querySelector('button');
    if (button?.getAttribute('aria-busy') === 'true') event.preventDefault();
    button?.setAttribute('aria-busy', 'true');
  });
}
// Coming back to a page by the browser's own button, it may be sent again.
window.addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('button[aria-busy]')) button.removeAttribute('aria-busy');
});

document.getElementById('problems')?.focus();
