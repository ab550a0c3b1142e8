import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jpegSize } from '../../shared/domain/jpeg.ts'
import { tinyJpeg } from '../support/jpeg.ts'

test('reads the size of a JPEG past other segments', () => {
  expect(jpegSize(tinyJpeg(640, 480))).toEqual({ width: 640, height: 480 })
})

test.each([
  ['nothing', new Uint8Array()],
  ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])],
  ['HTML called a photo', new TextEncoder().encode('<script>alert(1)</script>')],
  ['a JPEG that was cut off', tinyJpeg(640, 480).subarray(0, 20)],
  ['one larger than any photo kept', tinyJpeg(9000, 9000)],
  ['one without any pixel', tinyJpeg(0, 10)],
])('refuses %s', (_what, bytes) => {
  expect(jpegSize(bytes)).toBeUndefined()
})

test('ends on any bytes, with a size that can be kept or none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const size = jpegSize(Uint8Array.from([0xff, 0xd8, ...bytes, 0xff, 0xd9]))
      expect(size === undefined || (size.width > 0 && size.height <= 4096)).toBe(true)
    }),
  )
})
