import { expectDiskSpace } from '../../../src/local-services/disk-space.mjs';

const what = { vi: 'dữ liệu', en: 'the data' };

test('too little disk is told with what is needed and what is there', () => {
  expect(() => expectDiskSpace('/tmp/not/there/yet', 1e9, what)).toThrow(
    /Không đủ dung lượng đĩa cho dữ liệu: cần 1000000000 MB[\s\S]*Expected 1000000000 MB of free disk at \/tmp for the data/,
  );
  expect(() => expectDiskSpace('/tmp', 1, what)).not.toThrow();
});
