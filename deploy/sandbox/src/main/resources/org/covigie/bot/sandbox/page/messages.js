// Builds one message; everything that people or the bot wrote goes in as text, never as markup.
import { t, getLanguage } from './words.js'

export const REACTIONS = [
  ['🤔', 'react-problem', 'kind-problem'], ['👌', 'react-solution', 'kind-solution'], ['👀', 'react-weak', 'kind-weak'], ['👍', 'react-like', null]
]

export function el (tag, attributes = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (name === 'class') node.className = value
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value)
    else node.setAttribute(name, value === true ? '' : value)
  }
  node.append(...children.filter(child => child !== null && child !== undefined && child !== false))
  return node
}

export function avatar (from, people) {
  const person = people.find(p => p.key === from)
  return el('span', { class: 'avatar', 'data-who': from, 'aria-hidden': 'true' }, person ? person.initials : from === 'bot' ? 'Co' : '?')
}

export function firstName (key, people) {
  const person = people.find(p => p.key === key)
  return person ? person.name.split(' ')[0] : key === 'bot' ? 'COViGIE' : key
}

const TAGS = { bold: 'strong', italic: 'em', code: 'code', pre: 'code', underline: 'u', strikethrough: 's', blockquote: 'q', spoiler: 'mark' }

/** Text with its entities; offsets are UTF-16 units, as in JavaScript. Overlapping ones: the outer wins. */
function words (text, entities, context) {
  const parts = []
  let at = 0
  const list = Array.isArray(entities) ? [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length) : []
  for (const entity of list) {
    if (entity.offset < at) continue
    parts.push(text.slice(at, entity.offset))
    const inner = text.slice(entity.offset, entity.offset + entity.length)
    const href = entity.type === 'text_link' ? entity.url : entity.type === 'url' ? inner : null
    if (href && inTelegram(href)) parts.push(el('button', { type: 'button', class: 'inside', 'data-f': 'link' + entity.offset, title: t('inside'), onclick: () => context.open(href) }, inner))
    else if (href && /^https?:\/\//.test(href)) parts.push(el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, inner))
    else if (TAGS[entity.type]) parts.push(el(TAGS[entity.type], {}, inner))
    else if (entity.type === 'bot_command') parts.push(el('span', { class: 'command' }, inner))
    else parts.push(inner)
    at = entity.offset + entity.length
  }
  parts.push(text.slice(at))
  return el('p', { class: 'words' }, ...parts)
}

/** Links into Telegram act here, and never leave the page. */
function inTelegram (href) { return /^https:\/\/t\.me\//.test(href) }

export function time (seconds) {
  return new Intl.DateTimeFormat(getLanguage(), { hour: '2-digit', minute: '2-digit' }).format(seconds * 1000)
}

function reactionsOf (message, context) {
  const pills = Object.entries(message.reactions).filter(([, who]) => who.length)
  if (!pills.length) return null
  return el('div', { class: 'pills' }, ...pills.map(([emoji, who]) => {
    const names = who.map(key => firstName(key, context.people)).join(', ')
    const mine = who.includes(context.you)
    return el('button', {
      type: 'button', class: 'pill' + (mine ? ' mine' : '') + (who.includes('bot') ? ' bot' : ''), 'data-f': 'pill' + emoji, title: names,
      'aria-pressed': String(mine), 'aria-label': t('reacted', names, emoji), disabled: !context.may, onclick: () => context.react(message, mine ? null : emoji)
    }, el('span', {}, emoji), el('small', {}, names))
  }))
}

function buttonsOf (message, context) {
  if (!message.buttons.length) return null
  return el('div', { class: 'keys' }, ...message.buttons.map((row, r) => el('div', {}, ...row.map((button, b) => {
    if (button.url && inTelegram(button.url)) return el('button', { type: 'button', 'data-f': `key${r}.${b}`, title: t('inside'), onclick: () => context.open(button.url) }, button.text + ' ↗')
    if (button.url) return el('a', { href: button.url, target: '_blank', rel: 'noopener noreferrer', title: t('link') }, button.text + ' ↗')
    return el('button', { type: 'button', 'data-f': `key${r}.${b}`, disabled: !context.may, onclick: event => context.press(message, button, event.currentTarget) }, button.text)
  }))))
}

/** Pressing the chosen option again takes the vote back. */
function pollOf (message, context) {
  const poll = message.poll
  if (!poll) return null
  const mine = Object.keys(message.votes).map(Number).filter(option => message.votes[option].includes(context.you))
  const several = poll.allows_multiple_answers
  const answer = i => mine.includes(i) ? mine.filter(one => one !== i) : several ? [...mine, i] : [i]
  const kind = t(poll.is_closed ? 'poll-closed' : poll.is_anonymous ? 'poll-secret' : 'poll-open') + (several && !poll.is_closed ? ' · ' + t('poll-several') : '')
  return el('div', { class: 'poll', role: 'group', 'aria-label': poll.question }, el('small', {}, kind), ...poll.options.map((option, i) => {
    const who = poll.is_anonymous ? [] : message.votes[i] ?? []
    return el('button', {
      type: 'button', 'data-f': 'vote' + i, 'aria-pressed': String(mine.includes(i)), disabled: poll.is_closed || !context.vote, onclick: () => context.vote(message, answer(i))
    }, el('span', {}, (mine.includes(i) ? '✓ ' : '') + option.text), el('small', {}, t('votes', option.voter_count)),
    el('progress', { max: Math.max(1, poll.total_voter_count), value: option.voter_count, 'aria-hidden': 'true' }),
    who.length ? el('small', { class: 'voters' }, who.map(key => firstName(key, context.people)).join(', ')) : null)
  }))
}

function actionsOf (message, context) {
  if (!context.may || message.ephemeralId) return null
  const bar = el('div', { class: 'actions' },
    el('button', { type: 'button', 'data-f': 'reply', onclick: () => context.reply(message) }, t('reply')))
  if (context.group) {
    const picker = el('span', { class: 'picker', hidden: true }, ...REACTIONS.map(([emoji, label, kind]) => el('button', {
      type: 'button', 'data-f': 'r' + emoji, 'aria-label': t(label), title: t(label), onclick: () => context.react(message, emoji)
    }, el('span', {}, emoji), kind ? el('small', {}, t(kind)) : null)))
    const toggle = el('button', {
      type: 'button', 'data-f': 'react', class: 'react', 'aria-expanded': 'false',
      onclick: () => { picker.hidden = !picker.hidden; toggle.setAttribute('aria-expanded', String(!picker.hidden)) }
    }, t('react'))
    bar.append(toggle)
    if (message.from === context.you) bar.append(el('button', { type: 'button', 'data-f': 'edit', onclick: () => context.edit(message) }, t('edit')))
    bar.append(picker)
  }
  return bar
}

/** The list item of one message. */
export function line (message, context) {
  const name = message.from === 'bot' ? 'COViGIE' : message.name
  if (message.service) {
    const known = ['supergroup_chat_created', 'new_chat_members', 'left_chat_member', 'pinned_message']
    return el('li', { class: 'service' }, t('service-' + (known.includes(message.service) ? message.service : 'other'), name, message.subject))
  }
  const mine = message.from === context.owner
  const replied = message.replyTo === null ? null : context.find(message.replyTo)
  const person = context.people.find(p => p.key === message.from)
  return el('li', { class: 'msg' + (mine ? ' mine' : '') + (message.from === 'bot' ? ' frombot' : '') + (message.ephemeralId ? ' ephemeral' : '') },
    mine ? null : avatar(message.from, context.people),
    el('article', { 'aria-label': name },
      el('div', { class: 'bubble' },
        message.ephemeralId ? el('p', { class: 'onlyyou' }, t('ephemeral')) : null,
        mine && !context.group ? null : el('header', { 'data-who': message.from }, el('b', {}, name),
          message.from === 'bot' ? el('small', { class: 'tag' }, t('bot')) : person ? el('small', {}, t(person.profession) + (['member', 'candidate'].includes(person.role) ? '' : ' · ' + t(person.role))) : null),
        message.replyTo !== null ? el('blockquote', {}, el('b', {}, replied ? firstName(replied.from, context.people) : ''),
          el('span', {}, message.quote ?? (replied ? short(replied.text) : t('gone')))) : null,
        message.forwarded ? el('p', { class: 'forwarded' }, t('forwarded', message.forwarded)) : null,
        message.file ? (message.document ? download(message) : picture(message)) : null,
        message.contact ? el('p', { class: 'card' }, el('b', {}, `${message.contact.first_name} ${message.contact.last_name ?? ''}`.trim()), ' ', el('span', {}, message.contact.phone_number)) : null,
        message.text ? words(message.text, message.entities, context) : null,
        pollOf(message, context),
        el('footer', {}, message.edited ? t('edited') + ' · ' : '', time(message.date))),
      buttonsOf(message, context), reactionsOf(message, context), actionsOf(message, context)))
}

function download (message) {
  return el('a', { class: 'document', href: '/sandbox/api/files/' + encodeURIComponent(message.file), download: message.document, 'data-f': 'document', 'aria-label': t('download', message.document) }, message.document)
}

function picture (message) {
  const image = el('img', { class: 'picture', src: '/sandbox/api/files/' + encodeURIComponent(message.file), alt: message.text || t('picture'), loading: 'lazy' })
  image.addEventListener('error', () => image.replaceWith(el('span', { class: 'nopicture' }, t('picture'))))
  return image
}

export function short (text) { return text.length > 90 ? text.slice(0, 88) + '…' : text }
