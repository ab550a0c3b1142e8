/** The two channels between preload and main; no operation ever gets one of its own. */
export const callChannel = 'traceberry:call'
export const noticeChannel = 'traceberry:notice'
