import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { LongTextField, TextField } from '../../forms/fields.tsx'
import { say } from '../../../shared/words/say.ts'

/** How to reach somebody. */
export interface Reach {
  readonly contact: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly note: string
}

type ReachValues = FieldValues & { [Name in keyof Reach]?: string | null | undefined }

/** The fields that say how to reach a supplier or a place. */
export function ReachFields<In extends ReachValues, Out>({ control }: { readonly control: Control<In, unknown, Out> }) {
  const field = (name: keyof Reach) => ({ control, name: name as FieldPath<In> })
  return (
    <>
      <TextField {...field('contact')} label={say('Who to ask for')} placeholder={say('Dana Ruiz')} />
      <TextField {...field('phone')} label={say('Telephone')} inputMode="tel" placeholder="(802) 555-0171" />
      <TextField {...field('email')} label={say('E-mail')} inputMode="email" />
      <LongTextField
        {...field('address')}
        label={say('Address')}
        placeholder={say('12 Orchard Lane, Brattleboro, VT 05301')}
      />
      <LongTextField {...field('note')} label={say('Note')} />
    </>
  )
}

export function reachDefaults(of: Reach | null): Reach {
  return {
    contact: of?.contact ?? '',
    phone: of?.phone ?? '',
    email: of?.email ?? '',
    address: of?.address ?? '',
    note: of?.note ?? '',
  }
}

/** Every way to reach somebody, on one line; empty where nobody wrote one down. */
export function reachLine({ contact, phone, email }: Pick<Reach, 'contact' | 'phone' | 'email'>): string {
  return [contact, phone, email].filter(Boolean).join(', ')
}
