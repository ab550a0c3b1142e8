import { expect, test } from 'vitest'
import { readAnswers } from '../../main/print/transports/mdns.ts'

/** A name in DNS form. */
function name(text: string): Buffer {
  const labels = text
    .split('.')
    .map((label) => Buffer.concat([Buffer.from([Buffer.byteLength(label)]), Buffer.from(label)]))
  return Buffer.concat([...labels, Buffer.from([0])])
}

function record(owner: Buffer, type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(10)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(1, 2)
  head.writeUInt16BE(data.length, 8)
  return Buffer.concat([owner, head, data])
}

const service = '_ipp._tcp.local'
const instance = Buffer.concat([Buffer.from([7]), Buffer.from('Kitchen'), Buffer.from([0xc0, 12])])
const server = Buffer.concat([Buffer.from([0, 0, 0, 0, 0x02, 0x77]), name('printer.local')])
const text = Buffer.from('rp=ipp/label')
const answer = Buffer.concat([
  Buffer.from([0, 0, 0x84, 0, 0, 0, 0, 1, 0, 0, 0, 2]),
  record(name(service), 12, instance),
  record(Buffer.concat([name(`Kitchen.${service}`)]), 33, server),
  record(name(`Kitchen.${service}`), 16, Buffer.concat([Buffer.from([text.length]), text])),
])

test('a printer that answers is named with its address, port and path', () => {
  expect(readAnswers(answer, { address: '192.168.1.50' })).toEqual([
    { name: 'Kitchen', transport: 'ipp', address: 'ipp://192.168.1.50:631/ipp/label', port: 631 },
  ])
})

test('an answer that is cut off anywhere, or points in circles, names nothing that breaks', () => {
  for (let length = 0; length < answer.length; length += 1)
    expect(readAnswers(answer.subarray(0, length), { address: '10.0.0.1' })).toEqual(expect.any(Array))
  const circle = Buffer.concat([Buffer.from([0, 0, 0x84, 0, 0, 0, 0, 1, 0, 0, 0, 0]), Buffer.from([0xc0, 12])])
  expect(readAnswers(circle, { address: '10.0.0.1' })).toEqual([])
})
