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
function words (text, entities) {
  const parts = []
  let at = 0
  const list = Array.isArray(entities) ? [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length) : []
  for (const entity of list) {
    if (entity.offset < at) continue
    parts.push(text.slice(at, entity.offset))
    const inner = text.slice(entity.offset, entity.offset + entity.length)
    const href = entity.type === 'text_link' ? entity.url : entity.type === 'url' ? inner : null
    if (href && /^https?:\/\//.test(href)) parts.push(el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, inner))
    else if (TAGS[entity.type]) parts.push(el(TAGS[entity.type], {}, inner))
    else if (entity.type === 'bot_command') parts.push(el('span', { class: 'command' }, inner))
    else parts.push(inner)
    at = entity.offset + entity.length
  }
  parts.push(text.slice(at))
  return el('p', { class: 'words' }, ...parts)
}

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
    if (button.url) return el('a', { href: button.url, target: '_blank', rel: 'noopener noreferrer', title: t('link') }, button.text + ' ↗')
    return el('button', { type: 'button', 'data-f': `key${r}.${b}`, disabled: !context.may, onclick: event => context.press(message, button, event.currentTarget) }, button.text)
  }))))
}

function pollOf (message, context) {
  const poll = message.poll
  if (!poll) return null
  return el('div', { class: 'poll' }, ...poll.options.map((option, i) => el('button', {
    type: 'button', 'data-f': 'vote' + i, disabled: poll.is_closed || !context.vote, onclick: () => context.vote(message, i)
  }, el('span', {}, option.text), el('small', {}, t('votes', option.voter_count)))))
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
          message.from === 'bot' ? el('small', { class: 'tag' }, t('bot')) : person ? el('small', {}, t(person.profession) + (person.role === 'member' ? '' : ' · ' + t(person.role))) : null),
        message.replyTo !== null ? el('blockquote', {}, el('b', {}, replied ? firstName(replied.from, context.people) : ''),
          el('span', {}, message.quote ?? (replied ? short(replied.text) : t('gone')))) : null,
        message.file ? picture(message) : null,
        message.text ? words(message.text, message.entities) : null,
        pollOf(message, context),
        el('footer', {}, message.edited ? t('edited') + ' · ' : '', time(message.date))),
      buttonsOf(message, context), reactionsOf(message, context), actionsOf(message, context)))
}

function picture (message) {
  const image = el('img', { class: 'picture', src: '/sandbox/api/files/' + encodeURIComponent(message.file), alt: message.text || t('picture'), loading: 'lazy' })
  image.addEventListener('error', () => image.replaceWith(el('span', { class: 'nopicture' }, t('picture'))))
  return image
}

export function short (text) { return text.length > 90 ? text.slice(0, 88) + '…' : text }
