import { Button, Flex, Typography } from '@strapi/design-system';
import type Modeler from 'bpmn-js/lib/Modeler';

import type { ConditionVariable, DraftView } from '../../../../../shared/packages-contract';
import { FieldGroup } from '../../../components/FieldGroup';
import { useText } from '../../../text/useText';
import { ChoiceField } from './ChoiceField';
import { ConditionValue } from './ConditionValue';
import { type Clause, type Condition, OPERATORS, type Operator, readCondition, writeCondition } from './conditions';
import type { Connection, Services, Shape } from './drawing';
import { giveVariable } from './giveVariable';

interface Props {
  modeler: Modeler;
  flow: Connection;
  draft: DraftView;
}

/** When a case takes this way: conditions over what the procedure knows and what the steps before answered. */
export const FlowCondition = ({ modeler, flow, draft }: Props) => {
  const { t } = useText();
  const modeling = modeler.get<Services['modeling']>('modeling');
  const gateway = flow.source as Shape;
  const isDefault = gateway.businessObject.default === flow.businessObject;
  const text = flow.businessObject.conditionExpression?.body ?? '';
  const condition = readCondition(text);
  const { variables, answers } = draft.choices;
  const offered: ConditionVariable[] = [
    ...variables,
    ...answers
      .filter((one) => !variables.some((known) => known.value === one.value))
      .map((one) => ({ ...one, label: `${stepName(modeler, one.step)}: ${one.label}` })),
  ];
  const write = (next: Condition) => {
    for (const { variable } of next.clauses) {
      const answer = answers.find((one) => one.value === variable);
      if (answer && !variables.some((known) => known.value === variable)) giveVariable(modeler, answer);
    }
    const body = writeCondition(next);
    const factory = modeler.get<Services['bpmnFactory']>('bpmnFactory');
    modeling.updateProperties(flow, {
      conditionExpression: body === '' ? undefined : factory.create('bpmn:FormalExpression', { body }),
    });
  };
  const setDefault = (chosen: boolean) => {
    modeling.updateProperties(gateway, { default: chosen ? flow.businessObject : undefined });
    if (chosen) modeling.updateProperties(flow, { conditionExpression: undefined });
  };
  const to = flow.businessObject.name || flow.target.businessObject.name || t('modeler.nameless');
  const clauses = condition?.clauses ?? [];
  const change = (at: number, clause: Clause) =>
    write({ join: condition?.join ?? 'and', clauses: clauses.map((one, index) => (index === at ? clause : one)) });
  return (
    <FieldGroup legend={t('modeler.way', { to })}>
      <Flex tag="label" gap={2}>
        <input type="checkbox" checked={isDefault} onChange={(event) => setDefault(event.target.checked)} />
        <Typography>{t('modeler.default')}</Typography>
      </Flex>
      {!isDefault && condition === null && (
        <Typography variant="pi" textColor="neutral600">
          {t('modeler.expert', { expression: text })}
        </Typography>
      )}
      {!isDefault &&
        clauses.map((clause, at) => {
          const known = offered.find((one) => one.value === clause.variable);
          return (
            // Clauses have no other identity than their place; every field is given its value.
            <Flex key={at} direction="column" alignItems="stretch" gap={1}>
              <ChoiceField
                label={t('modeler.variable')}
                value={clause.variable}
                choices={offered}
                onChange={(variable) => change(at, firstClause(offered.find((one) => one.value === variable)))}
              />
              <ChoiceField
                label={t('modeler.operator')}
                value={clause.operator}
                choices={OPERATORS.filter((one) => known?.type === 'number' || one === '=' || one === '!=').map(
                  (one) => ({ value: one, label: t(`modeler.operator.${one}`) }),
                )}
                onChange={(operator) => change(at, { ...clause, operator: operator as Operator })}
              />
              <ConditionValue clause={clause} variable={known} onChange={(value) => change(at, { ...clause, value })} />
              <Button
                size="S"
                variant="tertiary"
                onClick={() =>
                  write({ join: condition?.join ?? 'and', clauses: clauses.filter((_one, index) => index !== at) })
                }
              >
                {t('modeler.removeClause')}
              </Button>
            </Flex>
          );
        })}
      {clauses.length > 1 && condition && (
        <ChoiceField
          label={t('modeler.join')}
          value={condition.join}
          choices={(['and', 'or'] as const).map((join) => ({ value: join, label: t(`modeler.join.${join}`) }))}
          onChange={(join) => write({ ...condition, join: join === 'or' ? 'or' : 'and' })}
        />
      )}
      {!isDefault && condition && offered.length > 0 && (
        <Button
          size="S"
          variant="secondary"
          onClick={() => write({ ...condition, clauses: [...clauses, firstClause(offered[0])] })}
        >
          {t('modeler.addClause')}
        </Button>
      )}
    </FieldGroup>
  );
};

function firstClause(variable: ConditionVariable | undefined): Clause {
  const value =
    variable?.type === 'boolean' ? true : variable?.type === 'number' ? 0 : (variable?.options[0]?.value ?? '');
  return { variable: variable?.value ?? '', operator: '=', value };
}

const stepName = (modeler: Modeler, id: string): string =>
  modeler.get<Services['elementRegistry']>('elementRegistry').get(id)?.businessObject.name || id;
