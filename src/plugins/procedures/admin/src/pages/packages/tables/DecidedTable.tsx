import { Box, Flex, Typography } from '@strapi/design-system';

import type { DecidedOne } from '../../../../../shared/decisions-contract';
import { useText } from '../../../text/useText';
import { Note } from '../modeler/expressions/Note';
import { Folded } from './Folded';
import { MissedRule } from './MissedRule';
import { nearestRules } from './nearestRules';
import { SaidValue } from './SaidValue';
import { sayValue } from './sayValue';

interface Props {
  decided: DecidedOne;
  /** it gave no result: why, is said above */
  isFailed?: boolean;
}

/** One decision: the rule that was taken and what it gave, or why none was. */
export const DecidedTable = ({ decided, isFailed = false }: Props) => {
  const text = useText();
  const { t } = text;
  const { hitPolicy, rules, taken, inputs, why } = decided;
  const others = rules.filter((rule) => !rule.taken && rule.misses !== null);
  if (hitPolicy === null)
    return isFailed ? null : <SaidValue title={t('tables.try.result')} value={decided.value} why={why} />;
  const nearest = taken.length === 0 ? nearestRules(rules) : [];
  const isNone = taken.length === 0 && !isFailed;
  const isSeveral = taken.length > 1 || !/^(?:UNIQUE|FIRST|ANY|PRIORITY)$/.test(hitPolicy);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {taken.map(({ rule, outputs }) => (
        <Note key={rule} tone="success" title={t('tables.try.taken.rule', { rule })}>
          <Typography tag="p" variant="pi" textColor="neutral800">
            {rules[rule - 1]?.about}
          </Typography>
          {outputs.map((one, at) => (
            <SaidValue key={at} title={one.title} value={one.value} why={one.why} />
          ))}
        </Note>
      ))}
      {isSeveral && taken.length > 0 && <SaidValue title={t('tables.try.together')} value={decided.value} why={[]} />}
      {isNone && (
        <Note tone="warning" title={t('tables.try.none')}>
          <Typography tag="p" textColor="neutral800">
            {t('tables.try.noneAbout', { value: sayValue(decided.value, text) })}
          </Typography>
          {nearest.length > 0 && (
            <>
              <Typography tag="p" textColor="neutral800" paddingTop={2}>
                {t('tables.try.nearest')}
              </Typography>
              <Box tag="ul">
                {nearest.map((rule) => (
                  <MissedRule key={rule.id} rule={rule} inputs={inputs} hitPolicy={hitPolicy} />
                ))}
              </Box>
            </>
          )}
        </Note>
      )}
      <Folded title={t('tables.try.inputs')}>
        {inputs.map((one) => (
          <SaidValue key={`${one.title} ${one.expression}`} title={one.title} value={one.value} why={one.why} />
        ))}
      </Folded>
      {others.length > nearest.length && (
        <Folded title={t(taken.length > 0 ? 'tables.try.others' : 'tables.try.everyRule')}>
          <Box tag="ul">
            {others.map((rule) => (
              <MissedRule key={rule.id} rule={rule} inputs={inputs} hitPolicy={hitPolicy} />
            ))}
          </Box>
        </Folded>
      )}
    </Flex>
  );
};
