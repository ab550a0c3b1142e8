/** Notices of a recall, each for one way of telling people. */
export type TemplateName = 'letter' | 'e-mail' | 'text message' | 'phone script' | 'poster' | 'press notice'

/** What a template may ask for, and how it is called where it is missing. */
export const templateFields = {
  date: 'the date',
  urgent: 'the marking',
  recipient: 'the recipient',
  firm: 'the kitchen’s name',
  address: 'the kitchen’s address',
  products: 'the products',
  lots: 'the lot codes',
  lotRows: 'the lot codes, a line each',
  codePlace: 'where the code is printed',
  packaging: 'the package type and size',
  bestBy: 'the best-by or production dates',
  shipped: 'what was shipped to this account, and when',
  amount: 'the amount recalled',
  distribution: 'where it was sold',
  reason: 'the reason',
  hazard: 'the hazard',
  discovered: 'how it was found',
  illnesses: 'illnesses so far',
  production: 'what happens with production',
  instruction: 'what to do with it',
  replyBy: 'the day to reply by',
  contactName: 'the contact’s name',
  contactPhone: 'the contact’s telephone',
  contactHours: 'the contact’s hours',
} as const
export type TemplateField = keyof typeof templateFields

/**
 * The words that came with the app. The letter to accounts has the contents of 21 CFR 7.49(c)(1) and no more (no
 * promotion, (c)(2)); the press notice follows FDA’s model press releases for food recalls.
 */
export const defaultTemplates: Readonly<Record<TemplateName, string>> = {
  letter: `{urgent}

{date}

To: {recipient}
From: {firm}, {address}

We are recalling the product below. Stop using, selling and sending it now.

Product: {products}
Package: {packaging}
Lots: {lots}
Where the code is: {codePlace}
Dates: {bestBy}

We shipped to you:
{shipped}

Why: {reason}
Hazard: {hazard}

What to do:
1. Look through your stock for these lots and set them apart.
2. {instruction}
3. If you passed any of it on, tell those customers at once and send them this letter.
4. Answer by {replyBy}, even if you have none left: of each lot how many you received, sold, still have, returned and destroyed, and whether you told those you passed it on to.

Answer to {contactName}, {contactPhone}, {contactHours}.

------------------------------------------------------------
RESPONSE (please fill in and return, even if none is left)
I have read this letter:  [ ] yes
Lot                    Received   Sold   On hand   Returned   Destroyed
{lotRows}
I told those I passed it on to:  [ ] yes  [ ] none passed on
Name and date: ______________________________
`,
  'e-mail': `Subject: {urgent} - {products}

{date}
To: {recipient}

We are recalling {products}, lots {lots} ({packaging}; {bestBy}). The code is {codePlace}. Stop using, selling and sending it now.

We shipped to you:
{shipped}

Why: {reason}
Hazard: {hazard}

Please: {instruction} If you passed any of it on, tell those customers at once. Answer by {replyBy}, even if you have none left: how many of each lot you received, sold, still have, returned and destroyed.

{contactName}, {firm}, {contactPhone}, {contactHours}
`,
  'text message': `{urgent}: {firm} recalls {products}, lots {lots}. Reason: {reason} {instruction} Stop selling it now. Reply by {replyBy}: {contactName}, {contactPhone}`,
  'phone script': `{urgent}

“This is {contactName} of {firm}. I am calling {recipient} about a food recall. Who is responsible for your stock?”

“We are recalling {products}, lots {lots}. The code is {codePlace}; {bestBy}.”
“Our records show that we shipped to you: {shipped}”
“The reason: {reason} The hazard: {hazard}”
“Please stop using, selling and sending it now. {instruction} If you passed any on, tell those customers.”

Ask and write down, lot by lot: received, sold, on hand, returned, destroyed; told their customers; name.
“We confirm this in writing. Please answer by {replyBy} to {contactPhone}, {contactHours}.”
`,
  poster: `{urgent}

{firm} recalls

{products}
{packaging}

Lots: {lots}
The code is {codePlace}.
Dates: {bestBy}

Why: {reason}
{hazard}

If you have one: {instruction}

Questions: {contactName}, {contactPhone}, {contactHours}
{date}
`,
  'press notice': `{firm} recalls {products} because of possible health risk

{date}. {firm}, {address}, is recalling {amount} of {products}. {reason}

{hazard}

The product was sold at: {distribution}

Package: {packaging}. Lots: {lots}. Dates: {bestBy}. The code is {codePlace}.

Illnesses: {illnesses}
How it was found: {discovered}
Production: {production}

Consumers who have it: {instruction}

Questions: {contactName}, {contactPhone}, {contactHours}
`,
}

/** What FDA’s rule or model asks of each notice: a template of one’s own is told what it leaves out. */
export const requiredFields: Readonly<Record<TemplateName, readonly TemplateField[]>> = {
  letter: [
    'urgent',
    'date',
    'recipient',
    'products',
    'packaging',
    'lots',
    'codePlace',
    'bestBy',
    'shipped',
    'reason',
    'hazard',
    'instruction',
    'replyBy',
    'contactName',
    'contactPhone',
    'contactHours',
  ],
  'e-mail': ['urgent', 'products', 'lots', 'shipped', 'reason', 'hazard', 'instruction', 'replyBy', 'contactPhone'],
  'text message': ['urgent', 'products', 'lots', 'reason', 'instruction', 'contactPhone'],
  'phone script': ['urgent', 'products', 'lots', 'shipped', 'reason', 'hazard', 'instruction', 'contactPhone'],
  poster: ['urgent', 'firm', 'products', 'lots', 'codePlace', 'reason', 'instruction', 'contactPhone'],
  'press notice': [
    'firm',
    'products',
    'amount',
    'hazard',
    'distribution',
    'packaging',
    'lots',
    'bestBy',
    'codePlace',
    'illnesses',
    'discovered',
    'production',
    'instruction',
    'contactPhone',
    'contactHours',
  ],
}

type Values = Readonly<Record<TemplateField, string>>

/**
 * Fills a template in. A field without a value stays as `[the hazard]`, so that nobody sends an empty one unseen.
 * @returns the text, and what is missing or left out of what is required, in words
 */
export function fillTemplate(name: TemplateName, template: string, values: Values) {
  const used = new Set<TemplateField>()
  const text = template.replace(/\{(\w+)\}/g, (whole, key: string) => {
    if (!isField(key)) return whole
    used.add(key)
    return values[key] || `[${templateFields[key]}]`
  })
  const empty = [...used].filter((field) => values[field] === '').map((field) => templateFields[field])
  const leftOut = requiredFields[name].filter((field) => !used.has(field)).map((field) => templateFields[field])
  return { text, missing: [...empty, ...leftOut.map((field) => `${field} (not in this notice)`)] }
}

function isField(key: string): key is TemplateField {
  return Object.hasOwn(templateFields, key)
}
