import { expect, test } from 'vitest'
import { cloudServiceOf, isNetworkPath } from '../../main/backup/cloudFolder.ts'

test.each([
  ['C:\\Users\\Ann\\OneDrive\\Traceberry', 'OneDrive'],
  ['C:\\Users\\Ann\\OneDrive - Maple Hill\\data', 'OneDrive'],
  ['/home/ann/Dropbox/kitchen', 'Dropbox'],
  ['/Users/ann/Library/CloudStorage/GoogleDrive-ann@example.com/My Drive', 'Google Drive'],
  ['/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/x', 'iCloud'],
  ['/home/ann/Nextcloud/x', 'a sync service'],
  ['/home/ann/.config/Traceberry/data', null],
  ['C:\\Users\\Ann\\Dropboxes\\data', null],
])('%s is in %s', (folder, service) => {
  expect(cloudServiceOf(folder)).toBe(service)
})

test.each([
  ['\\\\server\\share\\data', true],
  ['//server/share', true],
  ['\\\\?\\C:\\data', false],
  ['/home/ann', false],
])('%s is on another computer: %s', (folder, expected) => {
  expect(isNetworkPath(folder)).toBe(expected)
})
