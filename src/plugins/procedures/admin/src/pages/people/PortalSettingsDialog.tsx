import type { PortalSettings } from '../../../../shared/portal-contract';
import { put } from '../../api/send';
import { useResource } from '../../api/useResource';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import { useText } from '../../text/useText';
import { FormDialog } from './FormDialog';
import { FlagField, LongTextField, TextField } from './fields';
import { useFormState } from './useFormState';

interface Props {
  onClose(): void;
  onDone(): void;
}

const SAID = ['address', 'hours', 'notice'] as const;
const TEXTS = ['phone', ...SAID.flatMap((name) => [`${name}.vi`, `${name}.en`]), 'leaveTo', 'hosts'];

/** What the public pages say of the tenant. */
export const PortalSettingsDialog = (props: Props) => {
  const { data, problem, reload } = useResource<PortalSettings>('/portal-settings');
  if (problem) return <ErrorState problem={problem} onRetry={reload} />;
  return data ? <Settings settings={data} {...props} /> : <Skeleton rows={4} />;
};

const Settings = ({ settings, onClose, onDone }: Props & { settings: PortalSettings }) => {
  const { t } = useText();
  const form = useFormState(
    {
      open: settings.open,
      phone: settings.phone,
      'address.vi': settings.address.vi,
      'address.en': settings.address.en,
      'hours.vi': settings.hours.vi,
      'hours.en': settings.hours.en,
      'notice.vi': settings.notice.vi,
      'notice.en': settings.notice.en,
      leaveTo: settings.leaveTo,
      hosts: settings.hosts.join('\n'),
      reportsPerHour: String(settings.reportsPerHour),
    },
    onDone,
  );
  const save = () =>
    void form.send(() =>
      put('/portal-settings', {
        ...Object.fromEntries(TEXTS.map((name) => [name, form.text(name)])),
        open: form.flag('open'),
        reportsPerHour: Number(form.text('reportsPerHour')),
      }),
    );
  return (
    <FormDialog
      title={t('people.portal.settings')}
      hint={t('people.portal.settingsHint')}
      save={t('people.portal.save')}
      form={form}
      onClose={onClose}
      onSave={save}
    >
      <FlagField form={form} name="open" label={t('people.portal.open')} />
      <TextField form={form} name="phone" label={t('people.portal.phone')} />
      {SAID.flatMap((name) =>
        (['vi', 'en'] as const).map((language) => (
          <LongTextField
            key={`${name}.${language}`}
            form={form}
            name={`${name}.${language}`}
            label={t(`people.portal.${name}.${language}`)}
          />
        )),
      )}
      <TextField form={form} name="leaveTo" label={t('people.portal.leaveTo')} />
      <LongTextField form={form} name="hosts" label={t('people.portal.hosts')} />
      <TextField form={form} name="reportsPerHour" label={t('people.portal.reportsPerHour')} required />
    </FormDialog>
  );
};
