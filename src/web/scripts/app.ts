/** The only script in the browser. Every page works without it: it saves drafts while they are typed, begins where work goes on, and stops double sending. */
import { beginAtField } from './begin-at-field.ts'
import { saveWhileTyping } from './save-while-typing.ts'
import { sendOnce } from './send-once.ts'

saveWhileTyping()
beginAtField()
sendOnce()
