import PostalMime, { type Attachment, type Email } from 'postal-mime'
import type { Block } from '../../model/article'
import { fail, ok, type Result } from '../../model/result'
import { isBlank, splitBlocks } from '../../text/blocks'
import { withLineFeeds } from '../decode'
import type { StatedMetadata } from '../draft'
import { readHtmlFragment } from '../html/html'
import { readStatedDate } from '../metadata/dates'
import { outletByAddress, outletByName } from '../metadata/outlets'
import { noneStated } from '../metadata/stated'
import { tidy } from '../metadata/title'

/** An e-mail message as an article. */
export interface MailArticle {
  readonly text: string
  readonly blocks: readonly Block[]
  /** Label of the character set of its text, as the message states it. */
  readonly charset: string
  readonly stated: StatedMetadata
  readonly fallback: StatedMetadata
  /** What hangs on it and is not imported. */
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: number }[]
}

/** A plain part counts before the HTML part unless it is shorter than this share of it: "see this message in a browser". */
const LEAST_SHARE = 0.5
const DEEPEST_PART = 50
const DEEPEST_MESSAGE = 3
/** Hosts that anybody writes from. */
const FREE_MAIL =
  /^(?:.*\.)?(?:gmail|googlemail|outlook|hotmail|live|yahoo|ymail|gmx|web|aol|icloud|me|proton|protonmail|mail|yandex|qq|163|t-online|posteo)\.[a-z.]+$/iu
const LONGEST_TITLE = 500

/**
 * Reads an e-mail message: the subject as title, the sender as author, or as outlet where it is one. HTML is read on an
 * inert DOM like any page, so its scripts never run and its pictures are never fetched. Nothing in it makes this throw.
 */
export async function readMail(bytes: Uint8Array): Promise<Result<MailArticle>> {
  let email: Email
  try {
    email = await PostalMime.parse(bytes, {
      attachmentEncoding: 'arraybuffer',
      maxNestingDepth: DEEPEST_PART,
      maxRfc822NestingDepth: DEEPEST_MESSAGE,
    })
  } catch {
    return fail(
      'unreadable',
      'The message cannot be taken apart: it is damaged, or made to be too deep to read.',
    )
  }
  if (
    !['from', 'subject', 'date', 'message-id'].some((key) => email.headers.some((one) => one.key === key))
  ) {
    return fail('unreadable', 'It is no e-mail message: it has neither sender nor subject nor date.')
  }
  return ok({
    ...textOf(email),
    charset: charsetOf(email),
    ...statedBy(email),
    attachments: email.attachments.filter(({ related }) => related !== true).map(describe),
  })
}

function textOf({ text = '', html = '' }: Email): Pick<MailArticle, 'text' | 'blocks'> {
  const plain = withLineFeeds(text)
  if (isBlank(html)) return { text: plain, blocks: splitBlocks(plain, 'text') }
  const page = readHtmlFragment(html)
  const isPlainWhole = !isBlank(plain) && plain.trim().length >= page.text.length * LEAST_SHARE
  return isPlainWhole ? { text: plain, blocks: splitBlocks(plain, 'text') } : page
}

function statedBy(email: Email): Pick<MailArticle, 'stated' | 'fallback'> {
  const subject = tidy(email.subject ?? '')
  const { name = '', address = '' } = email.from ?? {}
  const sender = tidy(name)
  const outlet = outletByName(sender)
  const isName = sender !== '' && !sender.includes('@') && sender.length <= LONGEST_TITLE
  const host = address.slice(address.lastIndexOf('@') + 1)
  return {
    stated: {
      ...noneStated,
      title: subject === '' || subject.length > LONGEST_TITLE ? null : subject,
      sourceName: outlet,
      byline: outlet === null && isName ? sender : null,
      publishedAt: readStatedDate(email.date, null),
    },
    // Who writes from a host need not write for it.
    fallback: {
      ...noneStated,
      sourceName: host === '' || FREE_MAIL.test(host) ? null : outletByAddress(host),
    },
  }
}

function charsetOf({ headers }: Email): string {
  const type = headers.find(({ key }) => key === 'content-type')?.value ?? ''
  return (/charset\s*=\s*"?([\w.:-]{2,40})/iu.exec(type)?.[1] ?? 'utf-8').toLowerCase()
}

function describe({ filename, mimeType, content }: Attachment): MailArticle['attachments'][number] {
  const bytes = typeof content === 'string' ? content.length : content.byteLength
  return { name: filename ?? 'without a name', type: mimeType, bytes }
}
