import { exporterSettings } from '../../../src/local-services/exporter-settings.mjs';

const settings = exporterSettings({ url: 'http://127.0.0.1:1', password: 'p', engineId: 'e' });
const sentBy = (id) =>
  Object.entries(settings)
    .filter(([name, value]) => name.startsWith(`ZEEBE_BROKER_EXPORTERS_${id}_ARGS_INDEX_`) && value === 'true')
    .map(([name]) => name.replace(/.*_INDEX_/, ''));

test('the quick exporter sends what opens and ends work, one record at a time', () => {
  expect(sentBy('FAST').sort()).toEqual(
    [
      ...['EVENT', 'INCIDENT', 'JOB', 'MESSAGE', 'MESSAGESTARTEVENTSUBSCRIPTION'],
      ...['PROCESSINSTANCECREATION', 'PROCESSMESSAGESUBSCRIPTION'],
    ].sort(),
  );
  expect(settings.ZEEBE_BROKER_EXPORTERS_FAST_ARGS_BULK_SIZE).toBe('1');
});

test('the full exporter sends everything that the quick one sends, and neither sends commands or rejections', () => {
  expect(sentBy('FULL')).toEqual(expect.arrayContaining(sentBy('FAST')));
  for (const id of ['FAST', 'FULL']) {
    expect(sentBy(id)).not.toContain('COMMAND');
    expect(sentBy(id)).not.toContain('REJECTION');
    expect(settings[`ZEEBE_BROKER_EXPORTERS_${id}_ARGS_INDEX_PREFIX`]).toBe('e');
  }
});
