/** What jars are complained about for, most often; anything else may be typed. */
export const symptoms = [
  'Taste or smell',
  'Look or colour',
  'Mould',
  'Gas or bulging lid',
  'Broken seal',
  'Did not set',
  'Something in it',
  'Short weight',
  'Wrong label',
  'Allergic reaction',
] as const

export const severities = [
  { value: '', label: 'Not said' },
  { value: 'minor', label: 'A matter of taste' },
  { value: 'serious', label: 'Serious: something is wrong with the food' },
  { value: 'ill', label: 'Somebody fell ill' },
] as const
