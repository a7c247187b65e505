import { Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';

import type { GoneElement } from '../../../../../shared/moving-contract';
import { Card } from '../../../components/Card';
import { useText } from '../../../text/useText';

interface Props {
  gone: GoneElement[];
  mapping: Record<string, string>;
  onChoose(from: string, to: string | null): void;
}

/** What stands in the place of each step that the new version does not have. */
export const GoneElements = ({ gone, mapping, onChoose }: Props) => {
  const { t } = useText();
  return (
    <Card title={t('moving.gone', { count: gone.length })}>
      <Typography textColor="neutral600" tag="p" paddingBottom={3}>
        {t('moving.goneAbout')}
      </Typography>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {gone.map((one) => (
          <Field.Root key={one.elementId} name={one.elementId}>
            <Field.Label>
              {one.title} · {t('moving.goneCases', { count: one.cases })}
            </Field.Label>
            <SingleSelect
              aria-label={t('moving.replacement', { title: one.title })}
              placeholder={t('moving.choose')}
              value={mapping[one.elementId] ?? null}
              onClear={() => onChoose(one.elementId, null)}
              onChange={(value: string | number) => onChoose(one.elementId, String(value))}
            >
              {one.choices.map((choice) => (
                <SingleSelectOption key={choice.elementId} value={choice.elementId}>
                  {choice.title}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        ))}
      </Flex>
    </Card>
  );
};
