/** Pictures with faults of every kind, made anew so that no such file lies in the project. */
import { crc32 } from 'node:zlib';
import sharp from 'sharp';

const plain = (width = 60, height = 40) => sharp({ create: { width, height, channels: 3, background: '#8ab' } });

const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
const noisy = (side: number) => sharp({ create: { width: side, height: side, channels: 3, noise, background: '#000' } });

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

/** Without a fault, by format. */
export const good = {
  png: await plain().png().toBuffer(),
  jpg: await plain().jpeg().toBuffer(),
  webp: await plain().webp().toBuffer(),
  avif: await plain().avif().toBuffer(),
};

const jpegOfNoise = await noisy(600).jpeg().toBuffer();
const withGps = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 40/1 0/1' } };
const twoScenes = { raw: { width: 60, height: 80, channels: 3, pageHeight: 40 } } as const;
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** With a fault. */
export const bad = {
  cutJpeg: jpegOfNoise.subarray(0, Math.floor(jpegOfNoise.length / 2)),
  cutPng: await noisy(300)
    .png()
    .toBuffer()
    .then((bytes) => bytes.subarray(0, Math.floor(bytes.length / 2))),
  damaged: Buffer.concat([good.png.subarray(0, 8), Buffer.alloc(400, 7)]),
  wide: await plain(9000, 10).png().toBuffer(),
  vast: await plain(7000, 7000).png().toBuffer(),
  heavy: Buffer.concat([good.jpg, Buffer.alloc(8 * 1024 * 1024)]),
  gpsJpeg: await plain().jpeg().withExif(withGps).toBuffer(),
  gpsPng: await plain().png().withExif(withGps).toBuffer(),
  gpsWebp: await plain().webp().withExif(withGps).toBuffer(),
  gpsXmp: await plain()
    .jpeg()
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>35,40N</exif:GPSLatitude></x:xmpmeta>')
    .toBuffer(),
  serial: await plain()
    .jpeg()
    .withExif({ IFD2: { BodySerialNumber: '1234567' } })
    .toBuffer(),
  owner: await plain()
    .jpeg()
    .withExif({ IFD2: { CameraOwnerName: 'A. Person' } })
    .toBuffer(),
  zipBehindJpeg: Buffer.concat([good.jpg, Buffer.from('PK\u0003\u0004 a zip file \u00ff\u00d9', 'latin1')]),
  pageBehindPng: Buffer.concat([good.png, Buffer.from('<script>alert(1)</script>')]),
  movingPng: Buffer.concat([good.png.subarray(0, 33), chunk('acTL', Buffer.alloc(8, 1)), good.png.subarray(33)]),
  movingWebp: await sharp(Buffer.concat([Buffer.alloc(7200, 10), Buffer.alloc(7200, 200)]), twoScenes)
    .webp()
    .toBuffer(),
  svg: Buffer.from(svg),
  gif: await plain().gif().toBuffer(),
  page: Buffer.from('<!doctype html><script>alert(1)</script>'),
};
