/** Sizes as people read them. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilo = bytes / 1024;
  if (kilo < 1000) return `${Math.round(kilo).toLocaleString('vi-VN')} KB`;
  return `${(kilo / 1024).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`;
}
