// One telephone: bubbles, buttons, a field to write in. What people or the bot wrote goes in as text, never as markup.
import { t } from './words.js'
import { el, avatar, time, short } from './messages.js'

const TICKS = { queued: '·', sent: '✓', delivered: '✓✓', read: '✓✓' }

/** Words with WhatsApp's marks and with links; `open` is told of those that act inside the page. */
export function words (text, open) {
  const box = el('div', { class: 'words' })
  for (const one of text.split('\n')) {
    const quote = one.startsWith('> ')
    const line = el('span', { class: quote ? 'q' : null })
    let at = 0
    const rest = quote ? one.slice(2) : one
    const mark = /(https?:\/\/[^\s<>]*[^\s<>.,;:!?)»])|(?<![\p{L}\p{N}])\*([^*\s](?:[^*]*[^*\s])?)\*(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_([^_\s](?:[^_]*[^_\s])?)_(?![\p{L}\p{N}])|```([^`]+)```/gu
    for (const found of rest.matchAll(mark)) {
      line.append(rest.slice(at, found.index))
      const [whole, link, bold, italic, code] = found
      if (link && inside(link)) line.append(el('button', { type: 'button', class: 'inside', 'data-f': 'link' + found.index, title: t('inside'), onclick: () => open(link) }, link))
      else if (link) line.append(el('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, link))
      else line.append(el(bold ? 'strong' : italic ? 'em' : 'code', {}, bold ?? italic ?? code))
      at = found.index + whole.length
    }
    line.append(rest.slice(at))
    if (box.childNodes.length && !quote) box.append(el('br'))
    box.append(line)
  }
  return box
}

/** Links into WhatsApp act here, and never leave the page. */
export function inside (link) { return /^https:\/\/(wa\.me|chat\.whatsapp\.com)\//.test(link) }

function media (one) {
  const href = '/sandbox/api/telephones/media/' + encodeURIComponent(one.id)
  if (!/^image\/(png|jpeg)$/.test(one.type)) return el('a', { class: 'document', href, download: '' }, t('wa-file'))
  const image = el('img', { class: 'picture', src: href, alt: t('wa-photo-alt'), loading: 'lazy' })
  image.addEventListener('error', () => image.replaceWith(el('span', { class: 'nopicture' }, t('wa-photo-alt'))))
  return image
}

function keys (message, act) {
  if (!message.buttons.length) return null
  const buttons = message.buttons.map((button, i) => el('button', { type: 'button', 'data-f': 'key' + i, onclick: () => act.tap(message, button) }, button.title))
  if (!message.list) return el('div', { class: 'keys' }, ...buttons)
  return el('details', { class: 'choose' }, el('summary', { 'data-f': 'choose' }, t('wa-choose')), el('div', { class: 'keys' }, ...buttons))
}

function state (message) {
  if (message.mine) return null
  return el('span', { class: 'ticks ' + message.status, role: 'img', 'aria-label': t('wa-' + message.status) }, TICKS[message.status] ?? '')
}

function bubble (message, phone, act) {
  const missed = message.status === 'failed' || message.status === 'undelivered'
  const known = t('wa-' + message.error)
  return el('li', { class: 'msg' + (message.mine ? ' mine' : ' frombot') + (missed ? ' missed' : '') },
    el('article', { 'aria-label': message.mine ? phone.name : 'COViGIE' },
      el('div', { class: 'bubble' },
        missed ? el('p', { class: 'onlyyou' }, t('wa-missed', known === 'wa-' + message.error ? message.error : `${known} (${message.error})`)) : null,
        message.quoted ? el('blockquote', {}, el('span', {}, message.quotedText === null ? t('wa-quoted-gone') : short(message.quotedText))) : null,
        message.forwarded ? el('p', { class: 'forwarded' }, t('wa-forwarded')) : null,
        ...message.media.map(media),
        message.text ? words(message.text, act.open) : null,
        el('footer', {}, message.template ? t('wa-template') + ' · ' : '', time(message.at), state(message))),
      missed ? null : keys(message, act),
      missed ? null : el('div', { class: 'actions' },
        el('button', { type: 'button', 'data-f': 'reply', onclick: () => act.reply(message) }, t('reply')),
        message.text ? el('button', { type: 'button', 'data-f': 'forward', onclick: () => act.forward(message) }, t('wa-forward')) : null)))
}

/** Draws only what changed, so that focus and scrolling stay where they are. Returns the messages that are new. */
export function drawLog (log, items, language, build) {
  const first = log.dataset.language !== language
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80
  if (first) log.replaceChildren()
  const held = document.activeElement?.closest?.('li')
  const focus = held?.parentElement === log ? [held.dataset.key, document.activeElement.dataset.f] : null
  const old = new Map([...log.children].map(item => [item.dataset.key, item]))
  const fresh = []
  let previous = null
  for (const [key, one] of items) {
    const signature = JSON.stringify(one)
    let item = old.get(key)
    old.delete(key)
    if (!item || item.signature !== signature) {
      const next = build(one)
      next.dataset.key = key
      next.signature = signature
      if (item) item.replaceWith(next); else fresh.push(one)
      item = next
    }
    if (item.previousElementSibling !== previous || item.parentElement !== log) {
      if (previous) previous.after(item); else log.prepend(item)
    }
    previous = item
  }
  old.forEach(item => item.remove())
  if (focus && !document.contains(held)) [...log.children].find(one => one.dataset.key === focus[0])?.querySelector(`[data-f="${CSS.escape(focus[1] ?? '')}"]`)?.focus({ preventScroll: true })
  if (first || (fresh.length && atEnd)) log.scrollTop = log.scrollHeight
  log.dataset.language = language
  return first ? [] : fresh
}

/** A text field: Enter sends, Shift+Enter breaks the line, Escape gives a reply up. */
export function composer (id, label, placeholder, send, attach) {
  const field = el('textarea', { id: id + '-text', rows: '1', maxlength: '1600' })
  const strip = el('div', { class: 'replying', hidden: true }, el('span', {}), el('button', { type: 'button', class: 'x', onclick: () => { self.replyTo(null); field.focus() } }, '×'))
  const name = el('label', { class: 'vh', for: id + '-text' })
  const button = el('button', { type: 'submit' })
  button.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 12h13M11.500 5.500 18 12l-6.500 6.500"/></svg>'
  const form = el('form', { class: 'compose', autocomplete: 'off' }, strip, name, attach ?? el('span'), field, button)
  let target = null
  const grow = () => { field.rows = Math.min(6, field.value.split('\n').length + Math.floor(field.value.length / 32)) }
  const self = {
    form,
    target: () => target,
    translate () { name.textContent = label(); field.placeholder = placeholder(); button.setAttribute('aria-label', t('send')); strip.querySelector('button').setAttribute('aria-label', t('cancel')) },
    fill (text) { field.value = text; grow(); field.focus(); field.setSelectionRange(text.length, text.length) },
    replyTo (message) {
      target = message?.sid ?? null
      strip.hidden = target === null
      strip.querySelector('span').textContent = message ? short(message.text || t('wa-photo-alt')) : ''
    }
  }
  field.addEventListener('input', grow)
  field.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit() }
    if (event.key === 'Escape' && !strip.hidden) { event.preventDefault(); self.replyTo(null) }
  })
  form.addEventListener('submit', async event => {
    event.preventDefault()
    const text = field.value.trim()
    if (!text) return
    field.value = ''
    grow()
    if (await send(text, target)) self.replyTo(null); else self.fill(text)
  })
  return self
}

/** The panel of one person; `house` lends deed(), open(), language() and toast(). */
export function telephone (key, house) {
  const act = (name, body) => house.deed(name, { as: key, ...body })
  const firstName = () => house.person(key).name.split(' ')[0]
  const title = el('h2', { id: `tel-${key}-title` })
  const sub = el('p')
  const chip = el('span', { class: 'state' })
  const log = el('ol', { class: 'log', id: `tel-${key}-log`, tabindex: '0' })
  const block = el('button', { type: 'button', onclick: () => { menu.open = false; act('block', { on: !house.person(key).blocked }) } })
  const file = el('input', { type: 'file', accept: 'image/png,image/jpeg', onchange: () => picture(file.files[0]) })
  const fileName = el('span')
  const example = el('button', { type: 'button', onclick: () => { menu.open = false; sample() } })
  const summary = el('summary', {}, '+')
  const menu = el('details', { class: 'menu up' }, summary, el('div', {}, example, el('label', { class: 'file' }, file, fileName), block))
  const pen = composer('tel-' + key, () => t('wa-field', firstName()), () => t('wa-placeholder'), (text, sid) => act('write', { text, sid }), menu)
  const head = el('header', { class: 'head' })
  const panel = el('section', { class: 'panel phone', id: 'tel-' + key, 'aria-labelledby': title.id }, head, log, pen.form)
  const acts = {
    tap: (message, button) => act('tap', { sid: message.sid, data: button.id }),
    reply: message => { pen.replyTo(message); pen.form.querySelector('textarea').focus() },
    forward: message => act('forward', { text: message.text }),
    open: link => house.open(link, key)
  }

  async function send (blob) {
    const bytes = new Uint8Array(await blob.arrayBuffer())
    let text = ''
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
    if (await act('picture', { type: blob.type, data: btoa(text), sid: pen.target() })) pen.replyTo(null)
  }

  function picture (chosen) {
    menu.open = false
    file.value = ''
    if (!chosen || !/^image\/(png|jpeg)$/.test(chosen.type) || chosen.size > 5 * 1024 * 1024) house.toast(t('wa-photo-size')); else send(chosen)
  }

  function sample () {
    const canvas = el('canvas', { width: 320, height: 200 })
    const pencil = canvas.getContext('2d')
    pencil.fillStyle = '#dfe9e6'; pencil.fillRect(0, 0, 320, 200)
    pencil.fillStyle = '#0b6a66'; pencil.fillRect(40, 40, 240, 14); pencil.fillRect(40, 74, 180, 10); pencil.fillRect(40, 98, 210, 10); pencil.fillRect(40, 122, 140, 10)
    pencil.fillStyle = '#9a3412'; pencil.beginPath(); pencil.arc(262, 150, 22, 0, 7); pencil.fill()
    canvas.toBlob(send, 'image/png')
  }

  menu.addEventListener('keydown', event => { if (event.key === 'Escape' && menu.open) { event.preventDefault(); menu.open = false; summary.focus() } })
  document.addEventListener('click', event => { if (menu.open && !menu.contains(event.target)) menu.open = false })

  function draw () {
    const person = house.person(key)
    const how = person.blocked ? 'blocked' : person.open ? 'open' : 'shut'
    title.textContent = person.name
    sub.textContent = `${t(person.role)} · ${person.number || t('wa-hidden')}`
    sub.title = sub.textContent
    chip.className = 'state' + (how === 'open' ? '' : ' shut')
    chip.textContent = t('wa-' + how)
    chip.title = t(`wa-${how}-what`)
    if (!head.childNodes.length) head.append(avatar(key, house.people()), el('div', {}, title, sub, chip))
    block.textContent = t(person.blocked ? 'wa-unblock' : 'wa-block')
    summary.setAttribute('aria-label', t('wa-attach'))
    example.textContent = t('wa-example')
    fileName.textContent = t('wa-photo')
    log.setAttribute('aria-label', t('wa-log', firstName()))
    pen.translate()
    const fresh = drawLog(log, person.messages.map(one => [one.sid, one]), house.language(), message => bubble(message, person, acts))
    if (!person.messages.length) log.replaceChildren(el('li', { class: 'service long' }, t('wa-empty', firstName())))
    return fresh.filter(message => !message.mine)
  }
  return { panel, draw, fill: pen.fill, reply: (message, text) => { pen.replyTo(message); pen.fill(text) } }
}
