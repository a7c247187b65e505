/** The drawing as a picture of at most 8,000 pixels a side, on white. */

const MOST_PIXELS = 8_000;
const SHARP = 2;

export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    await new Promise((loaded, failed) => {
      image.onload = loaded;
      image.onerror = failed;
      image.src = address;
    });
    const scale = Math.min(SHARP, MOST_PIXELS / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    const paper = canvas.getContext('2d');
    if (!paper) throw new Error('Expected a canvas to draw on, but the browser gives none.');
    paper.fillStyle = '#fff';
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((done, failed) =>
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('Expected a picture, but there is none.')))),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
