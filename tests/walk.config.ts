import config from './playwright.config.ts'

/** The walk through every screen in every look, which takes half an hour on two idle cores: `npm run walk`. */
process.env['TRACEBERRY_WALK'] = 'whole'
// oxlint-disable-next-line import/no-default-export -- Playwright asks for it
export default { ...config, testMatch: 'walk.spec.ts', retries: 0 }
