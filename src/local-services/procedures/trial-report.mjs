/** What a person at the terminal reads of a trial: the scenario, what failed, where the run went instead, what was covered. */

/** @param {any} result @param {'vi' | 'en'} lang */
export function printResult(result, lang) {
  const vi = lang === 'vi';
  const head = `${result.ok ? '✓' : '✗'} ${result.title[lang]}  (${result.file}; ${result.steps.length} ${vi ? 'bước' : 'steps'}, ${result.days} ${vi ? 'ngày' : 'days'}, ${(result.milliseconds / 1000).toFixed(1)} s)`;
  const failures = result.steps.flatMap((/** @type {any} */ step) =>
    step.verdicts
      .filter((/** @type {any} */ verdict) => !verdict.ok)
      .flatMap((/** @type {any} */ verdict) => [
        `    ${verdict[lang]}`,
        ...(verdict.why ? [`        → ${verdict.why[lang]}`] : []),
      ]),
  );
  return `${[head, ...failures].join('\n')}\n`;
}

/** @param {string} source @param {any} coverage @param {'vi' | 'en'} lang */
export function printCoverage(source, { models, elements, branches }, lang) {
  const vi = lang === 'vi';
  const lines = [
    '',
    `${source}: ${elements.passed}/${elements.all} ${vi ? 'phần tử' : 'elements'}, ${branches.passed}/${branches.all} ${vi ? 'nhánh' : 'branches'}`,
  ];
  for (const model of models) {
    const missed = model.elements.filter((/** @type {any} */ one) => !one.passed);
    const ways = model.branches.filter((/** @type {any} */ one) => !one.passed);
    for (const one of missed) lines.push(`    ${vi ? 'chưa qua' : 'not passed'}: ${one.name} (${one.id})`);
    for (const one of ways)
      lines.push(`    ${vi ? 'nhánh chưa đi' : 'branch not taken'}: ${one.from} → ${one.to} (${one.name})`);
  }
  return `${lines.join('\n')}\n\n`;
}
