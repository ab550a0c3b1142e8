import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runProgram } from './programs.ts'
import type { ListedQueue, PrintQueue } from './printQueue.ts'
import { say } from '../../../shared/words/say.ts'

/** Runs a program; another one in tests, since there is no Windows where they run. */
type Run = typeof runProgram

/** The printers of Windows; none where they cannot be asked for. */
export async function listWindowsQueues(run: Run = runProgram): Promise<ListedQueue[]> {
  const { code, output } = await powershell(run, `${UTF8}Get-Printer | ForEach-Object { "$($_.Name)\`t$($_.PrinterStatus)" }`) // prettier-ignore
  if (code !== 0) return []
  return output.split(/\r?\n/).flatMap((line) => {
    const [name, about = ''] = line.split('\t')
    return name ? [{ name, about }] : []
  })
}

/**
 * A printer of the Windows spooler, given bytes as they are (datatype RAW) through winspool.drv. Names and files go in
 * the environment, so that no name is ever read as a command. Unproven: it was only run against a double.
 */
export function windowsQueue(queue: string, run: Run = runProgram): PrintQueue {
  return {
    async refusal() {
      const { code, output } = await powershell(run, `${UTF8}(Get-Printer -Name $env:TB_QUEUE).PrinterStatus`, {
        TB_QUEUE: queue,
      })
      if (code !== 0) return say('Windows has no printer called {queue}. Choose it again from the list.', { queue })
      return TROUBLE.test(output)
        ? say('Windows says of {queue}: {state}. Look at the printer, then try again.', { queue, state: output.trim() })
        : null
    },

    async hand(bytes, { title, pages }) {
      if (pages !== null)
        return {
          problem: say(
            'Windows does not print PDF by itself. Choose the printer’s own language for {queue}, or make a PDF and print it from another program.',
            { queue },
          ),
          begun: false,
        }
      const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-print-'))
      try {
        const file = path.join(folder, 'labels.bin')
        await writeFile(file, bytes)
        const ended = await powershell(run, SEND, { TB_QUEUE: queue, TB_TITLE: title, TB_FILE: file }, 30_000)
        const job = /^job (\d+)\s*$/m.exec(ended.output)?.[1]
        if (ended.code === 0 && job !== undefined) return { job }
        if (!ended.started)
          return { problem: say('PowerShell, which prints through Windows, is not there.'), begun: false }
        const why = ended.error.trim().split(/\r?\n/)[0] ?? ''
        return ended.code === BEFORE_ANY_BYTE
          ? {
              problem: say('{queue} took nothing: {why}. Check it in the settings of Windows.', { queue, why }),
              begun: false,
            }
          : { problem: unsure(queue, why), begun: true }
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },

    async where(job) {
      const script = `${UTF8}$job = Get-PrintJob -PrinterName $env:TB_QUEUE -ID $env:TB_JOB -ErrorAction SilentlyContinue; if ($job) { $job.JobStatus } else { 'Gone' }`
      const { code, output } = await powershell(run, script, { TB_QUEUE: queue, TB_JOB: job })
      if (code !== 0) return 'there'
      if (/\bGone\b|\bPrinted\b|\bComplete/.test(output)) return 'gone'
      if (/\bDelet/.test(output)) return 'ended'
      return TROUBLE.test(output) ? 'held up' : 'there'
    },

    async cancel(job) {
      const script = 'Remove-PrintJob -PrinterName $env:TB_QUEUE -ID $env:TB_JOB'
      await powershell(run, script, { TB_QUEUE: queue, TB_JOB: job })
    },
  }
}

function unsure(queue: string, why: string): string {
  return why === ''
    ? say('{queue} did not say that it has the labels.', { queue })
    : say('{queue} did not say that it has the labels ({why}).', { queue, why })
}

/** What Windows says where a person has to look at the printer (PrinterStatus and JobStatus of the PrintManagement module). */
const TROUBLE = /Error|Offline|Paper|Blocked|Intervention|Paused|DoorOpen|NoToner|OutputBinFull|NotAvailable/

/** The exit code of `SEND` where the printer could not be opened or took no job. */
const BEFORE_ANY_BYTE = 2

const UTF8 = '[Console]::OutputEncoding = [Text.Encoding]::UTF8; '

/** OpenPrinter, StartDocPrinter with the datatype RAW, WritePrinter: the way of Microsoft's own examples. */
const SEND = `${UTF8}
$ErrorActionPreference = 'Stop'
Add-Type -TypeDefinition @'
using System;
using System.ComponentModel;
using System.IO;
using System.Runtime.InteropServices;
public static class RawPrint {
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  public struct DocInfo { public string Name; public string Output; public string Type; }
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool OpenPrinter(string name, out IntPtr printer, IntPtr defaults);
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern int StartDocPrinter(IntPtr printer, int level, ref DocInfo info);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool WritePrinter(IntPtr printer, byte[] bytes, int length, out int written);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool EndDocPrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool ClosePrinter(IntPtr printer);
  static int Fail(int code) {
    Console.Error.WriteLine(new Win32Exception(Marshal.GetLastWin32Error()).Message);
    return code;
  }
  public static int Send(string name, string title, string file) {
    byte[] bytes = File.ReadAllBytes(file);
    IntPtr printer;
    if (!OpenPrinter(name, out printer, IntPtr.Zero)) return Fail(${BEFORE_ANY_BYTE});
    try {
      DocInfo info = new DocInfo { Name = title, Output = null, Type = "RAW" };
      int job = StartDocPrinter(printer, 1, ref info);
      if (job == 0) return Fail(${BEFORE_ANY_BYTE});
      int written;
      if (!WritePrinter(printer, bytes, bytes.Length, out written) || written != bytes.Length) return Fail(3);
      if (!EndDocPrinter(printer)) return Fail(3);
      Console.WriteLine("job " + job);
      return 0;
    } finally { ClosePrinter(printer); }
  }
}
'@
exit [RawPrint]::Send($env:TB_QUEUE, $env:TB_TITLE, $env:TB_FILE)
`

/** Runs a script that PowerShell gets in one encoded word. */
async function powershell(run: Run, script: string, env: Readonly<Record<string, string>> = {}, ms = 15_000) {
  const encoded = Buffer.from(script, 'utf16le').toString('base64')
  const args = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand', encoded]
  return await run({ command: 'powershell.exe', args, env, ms })
}
