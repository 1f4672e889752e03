/** The only script in the browser. Every page works without it: it saves drafts while they are typed, and stops double sending. */
import { saveWhileTyping } from './save-while-typing.ts'
import { sendOnce } from './send-once.ts'

saveWhileTyping()
sendOnce()
