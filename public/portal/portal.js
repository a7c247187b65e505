// What the pages can do besides, where scripts run: leave without a trace in this tab, copy or print a code, not send twice,
// hide what is not asked, and put the reader where something is wrong. Without it every page works. Nothing is stored and nobody else is asked.

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

// What is asked only with some answers is hidden until one of them is given; nothing of it is cleared, the server ignores what
// does not apply.
for (const asked of document.querySelectorAll('[data-when]')) {
  const answers = JSON.parse(asked.dataset.answers);
  const inputs = [...asked.closest('form').elements].filter((input) => input.name === asked.dataset.when);
  const show = () => {
    const given = inputs.filter((input) => input.type === 'select-one' || input.checked).map((input) => input.value);
    asked.hidden = !answers.some((answer) =>
      answer === '' ? given.every((one) => one === '') : given.includes(answer),
    );
  };
  asked.querySelector('.only').hidden = true;
  for (const input of inputs) input.addEventListener('change', show);
  window.addEventListener('pageshow', show);
  show();
}

document.getElementById('problems')?.focus();
