// The page: one state fetched from the server, drawn into three panels; the server says when to fetch again.
import { t, setLanguage, getLanguage } from './words.js'
import { el, avatar, line, firstName, short } from './messages.js'
import { groups } from './groups.js'

const $ = id => document.getElementById(id)
const kept = (key, otherwise) => { try { return localStorage.getItem('sandbox.' + key) ?? otherwise } catch { return otherwise } }
const keep = (key, value) => { try { localStorage.setItem('sandbox.' + key, value) } catch { /* private window */ } }

let state = null
let you = kept('you', 'julie')
let phone = you
let entries = null
let seenToasts = null
let spokenUpTo = null
const unread = { group: 0, phone: 0, register: 0 }
const composers = {}
const house = { place: null, state: () => state, you: () => you, deed, ask, toast, refresh, go, reveal, look }
let rooms = null

// --- talking to the server

async function fetchState () {
  const answer = await fetch('/sandbox/api/state?as=' + encodeURIComponent(you) + (house.place === null ? '' : '&group=' + house.place), { headers: { Accept: 'application/json' } })
  if (!answer.ok) throw new Error('state ' + answer.status)
  return answer.json()
}

/** What the server answers, or true when that is nothing; false when it refused. */
async function deed (name, body, otherwise = 'failed') {
  try {
    const answer = await fetch('/sandbox/api/' + name, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ as: you, group: state?.shown ?? null, ...body })
    })
    if (!answer.ok) throw new Error(name + ' ' + answer.status)
    refresh()
    return answer.status === 204 ? true : await answer.json()
  } catch {
    toast(t(otherwise))
    return false
  }
}

let running = false
let again = false

/** Never two at once; a wish that comes meanwhile is done after. */
async function refresh () {
  if (running) { again = true; return }
  running = true
  try {
    const asked = you + house.place
    const fresh = await fetchState()
    if (asked === you + house.place) { state = fresh; draw() } else again = true
  } catch { /* the server restarts; the event stream will call again */ }
  running = false
  if (again) { again = false; refresh() }
}

async function refreshRegister () {
  try {
    // a reader keeps the feed for minutes, a player wants to see it change
    const answer = await fetch(`/register/feed.atom?lang=${getLanguage()}`, { cache: 'no-cache', headers: { Accept: 'application/atom+xml' } })
    if (!answer.ok) throw new Error('feed')
    const feed = new DOMParser().parseFromString(await answer.text(), 'application/xml')
    if (feed.getElementsByTagName('parsererror').length) throw new Error('feed')
    const value = (entry, tag) => entry.getElementsByTagName(tag)[0]?.textContent.trim() ?? ''
    const fresh = [...feed.getElementsByTagName('entry')].map(entry => ({
      id: value(entry, 'id'), title: value(entry, 'title'), summary: firstParagraph(value(entry, 'summary') || value(entry, 'content')),
      date: value(entry, 'published') || value(entry, 'updated'), link: safeLink(entry.getElementsByTagName('link')[0]?.getAttribute('href'))
    }))
    if (entries !== null && fresh.length > entries.length) count('register', fresh.length - entries.length)
    if (JSON.stringify(fresh) !== JSON.stringify(entries)) { entries = fresh; drawRegister() }
  } catch {
    if (entries === null) drawRegister(true)
  }
}

/** The words of a signal: the first paragraph of what the feed carries as HTML, read by the browser and never shown as markup. */
function firstParagraph (html) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return (page.querySelector('p') ?? page.body).textContent.trim()
}

/** The feed may name the public address; here only its path matters. */
function safeLink (href) {
  try { return new URL(href, location.href).pathname } catch { return '/register' }
}

// --- drawing

function draw () {
  drawPeople()
  rooms.draw()
  drawLog($('group-log'), state.group, context('group'), 'group')
  drawPhone()
  drawSteps()
  showToasts()
  speak()
}

/** Who may do what with a message, and how. */
function context (chat) {
  const owner = chat === 'group' ? you : phone
  // what the server calls this chat
  const where = chat === 'group' ? 'group' : 'private'
  const list = chat === 'group' ? state.group : state.phones[phone]
  return {
    group: chat === 'group',
    people: state.people,
    you,
    owner,
    may: owner === you,
    find: id => list.find(message => message.id === id && !message.ephemeralId) ?? null,
    reply: message => composers[chat].replyTo(message),
    edit: message => composers[chat].edit(message),
    react: (message, emoji) => deed('react', { chat: where, messageId: message.id, emoji: message.reactions[emoji]?.includes(you) ? null : emoji }),
    vote: chat === 'group' ? (message, options) => deed('vote', { messageId: message.id, options }) : null,
    open: link => rooms.open(link),
    press: (message, button, key) => {
      key.classList.add('busy')
      setTimeout(() => key.classList.remove('busy'), 1500)
      deed('press', { chat: where, messageId: message.id, ephemeralId: message.ephemeralId, data: button.data, text: button.text })
    }
  }
}

/** Only what changed is drawn anew, so that focus and scrolling stay where they are. */
function drawLog (log, messages, about, chat) {
  const signature = JSON.stringify([getLanguage(), you, about.owner, about.group && state.shown])
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80
  if (log.dataset.signature !== signature) log.replaceChildren()
  const focus = document.activeElement?.closest?.('#' + log.id + ' > li') ? [document.activeElement.closest('li').dataset.key, document.activeElement.dataset.f] : null
  const old = new Map([...log.children].map(item => [item.dataset.key, item]))
  let previous = null
  let fresh = 0
  for (const message of messages) {
    const key = message.ephemeralId ? 'e' + message.ephemeralId : 'm' + message.id
    const text = JSON.stringify([message, message.replyTo === null ? null : about.find(message.replyTo)?.text])
    let item = old.get(key)
    old.delete(key)
    if (!item || item.signature !== text) {
      const next = line(message, about)
      next.dataset.key = key
      next.signature = text
      if (item) item.replaceWith(next)
      else { fresh++; if (log.dataset.signature === signature) next.classList.add('new') }
      item = next
    }
    if (item.previousElementSibling !== previous || item.parentElement !== log) {
      if (previous) previous.after(item); else log.prepend(item)
    }
    previous = item
  }
  old.forEach(item => item.remove())
  if (focus) {
    const item = [...log.children].find(one => one.dataset.key === focus[0])
    const target = item?.querySelector(`[data-f="${CSS.escape(focus[1] ?? '')}"]`)
    const shown = target?.closest('.picker[hidden]') ? item.querySelector('[data-f="react"]') : target
    if (shown && shown !== document.activeElement) shown.focus({ preventScroll: true })
  }
  const first = log.dataset.signature !== signature
  if (first || (fresh && atEnd)) log.scrollTop = log.scrollHeight
  if (!first && fresh) count(chat, fresh)
  log.dataset.signature = signature
}

function drawPeople () {
  const signature = JSON.stringify([state.people.map(part), getLanguage()])
  const self = state.people.find(p => p.key === you)
  $('you').textContent = `${self.name}, ${t(part(self))}`
  if ($('people').dataset.signature !== signature) {
    $('people').dataset.signature = signature
    $('people').replaceChildren(...state.people.map(person => el('label', { class: 'person' },
      el('input', { type: 'radio', name: 'you', value: person.key, onchange: () => become(person.key) }),
      avatar(person.key, state.people),
      el('span', {}, el('b', {}, person.name.split(' ')[0]), el('small', {}, t(part(person) === 'member' ? person.profession : part(person)))))))
    $('phones').replaceChildren(...state.people.map(person => el('button', {
      type: 'button', 'data-phone': person.key, title: person.name, 'aria-label': person.name, onclick: () => { phone = person.key; draw() }
    }, avatar(person.key, state.people))))
  }
  for (const input of $('people').querySelectorAll('input')) input.checked = input.value === you
  for (const button of $('phones').children) {
    button.setAttribute('aria-pressed', String(button.dataset.phone === phone))
    button.classList.toggle('has', state.phones[button.dataset.phone].length > 0)
  }
  $('group-text').placeholder = t('group-placeholder', firstName(you, state.people))
}

/** Whoever was let in is a candidate no more. */
function part (person) {
  return person.role === 'candidate' && state.groups.some(group => group.members.includes(person.key)) ? 'member' : person.role
}

function drawPhone () {
  const name = firstName(phone, state.people)
  const messages = state.phones[phone]
  $('phone-sub').textContent = t('phone-sub', name)
  drawLog($('phone-log'), messages, context('phone'), 'phone')
  if (!messages.length) $('phone-log').replaceChildren(el('li', { class: 'service long' }, t('phone-empty', name)))
  const other = phone !== you
  $('phone-other').hidden = !other
  $('phone-form').hidden = other
  $('phone-other-text').textContent = t('phone-look', name)
  $('phone-become').textContent = t('become', name)
}

function drawSteps () {
  const list = [
    ['step-1', () => prepareReply('vaccine', '/p')], ['step-2', () => showMessage('workaround')],
    ['step-3', () => prepareReply('patient', '/f')], ['step-4', () => preparePrivate('julie', getLanguage() === 'en' ? '/publish all' : '/publier tout')],
    ['step-5', () => preparePrivate('gaelle', getLanguage() === 'en' ? '/invite' : '/invitation')]
  ]
  const signature = JSON.stringify([state.done, getLanguage(), state.landmarks])
  $('guide-sub').textContent = t('guide-sub', state.done.length, list.length)
  if ($('steps').dataset.signature === signature) return
  $('steps').dataset.signature = signature
  $('steps').replaceChildren(...list.map(([key, act], i) => {
    const done = state.done.includes(i + 1)
    return el('li', { class: done ? 'done' : null },
      el('span', { class: 'tick', role: 'img', 'aria-label': t(done ? 'done' : 'todo') }, done ? '✓' : String(i + 1)),
      el('div', {}, el('p', {}, t(key)), el('button', { type: 'button', onclick: act, disabled: Object.keys(state.landmarks).length < 3 }, t(key + '-do'))))
  }), ...(state.done.length === list.length ? [el('li', { class: 'end' }, t('guide-end'))] : []))
}

function drawRegister (off = false) {
  const list = entries ?? []
  $('register-sub').textContent = t('register-sub', list.length)
  $('register-empty').hidden = list.length > 0
  $('entries').hidden = list.length === 0
  $('register-empty').textContent = t(off ? 'register-off' : 'register-empty')
  const day = new Intl.DateTimeFormat(getLanguage(), { dateStyle: 'medium', timeStyle: 'short' })
  $('entries').replaceChildren(...list.map(entry => el('li', {},
    el('a', { href: entry.link, target: '_blank', rel: 'noopener' }, entry.title),
    entry.summary ? el('p', {}, short(entry.summary)) : null,
    entry.date && !isNaN(Date.parse(entry.date)) ? el('small', {}, day.format(new Date(entry.date))) : null,
    el('button', { type: 'button', 'aria-label': `${t('answer')} : ${entry.title}`, onclick: () => answer(entry) }, t('answer')))))
}

/** One plays the platform: what was published comes back to the groups as a synthesis. */
async function answer (entry) {
  const title = await ask(t('answer-title'), t('answer-text'), t('answer-yes'), t('answer-label'))
  if (title && await deed('syntheses', { signal: entry.link.split('/').at(-1), title })) toast(t('answered'))
}

function translate () {
  document.documentElement.lang = getLanguage()
  document.title = t('title')
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t)
  for (const node of document.querySelectorAll('[data-t-label]')) node.setAttribute('aria-label', t(node.dataset.tLabel))
  for (const node of document.querySelectorAll('[data-t-placeholder]')) node.placeholder = t(node.dataset.tPlaceholder)
  for (const button of document.querySelectorAll('[data-lang]')) button.setAttribute('aria-pressed', String(button.dataset.lang === getLanguage()))
}

// --- telling people

function showToasts () {
  const latest = state.toasts.map(one => JSON.stringify(one))
  if (seenToasts !== null) {
    const before = [...seenToasts]
    for (const one of latest) {
      const at = before.indexOf(one)
      if (at >= 0) { before.splice(at, 1); continue }
      const shown = JSON.parse(one)
      if (shown.key !== you) continue
      if (shown.alert) ask(t('alert'), shown.text, null); else toast(shown.text)
    }
  }
  seenToasts = latest
}

function toast (text) {
  const note = el('p', {}, text)
  $('toasts').append(note)
  setTimeout(() => note.remove(), 5000)
}

/** New messages for screen readers, in one short sentence each. */
function speak () {
  const all = [...state.group, ...state.phones[you]].filter(message => !message.service && message.from !== you)
  const keys = all.map(message => (message.ephemeralId ? 'e' + message.ephemeralId : 'm' + message.id) + '@' + message.date)
  if (spokenUpTo !== null) {
    const fresh = all.filter((message, i) => !spokenUpTo.has(keys[i])).slice(-3)
    if (fresh.length) $('spoken').textContent = fresh.map(message => `${firstName(message.from, state.people)} : ${short(message.text)}`).join('. ')
  }
  spokenUpTo = new Set(keys)
}

/** Yes or no; with a label, the words that were typed or an empty text. */
function ask (title, text, yes, label = null) {
  $('ask-title').textContent = title
  $('ask-text').textContent = text
  $('ask-yes').textContent = yes ?? t('ok')
  $('ask-no').textContent = t(label === null ? 'no' : 'give-up')
  $('ask-no').hidden = yes === null
  $('ask-field').hidden = label === null
  $('ask-label').textContent = label ?? ''
  $('ask-input').value = ''
  $('ask').returnValue = 'no'
  $('ask').showModal()
  if (label !== null) $('ask-input').focus()
  const answer = () => $('ask').returnValue === 'yes' && (label === null || $('ask-input').value.trim())
  return new Promise(resolve => $('ask').addEventListener('close', () => resolve(answer()), { once: true }))
}

function count (tab, more) {
  if (document.body.dataset.tab === tab) return
  unread[tab] += more
  badges()
}

function badges () {
  for (const button of document.querySelectorAll('[data-go]')) {
    const number = unread[button.dataset.go] ?? 0
    const badge = button.querySelector('i')
    badge.hidden = number === 0
    badge.textContent = number > 9 ? '9+' : String(number)
    button.setAttribute('aria-current', String(button.dataset.go === document.body.dataset.tab))
  }
}

function go (tab) {
  document.body.dataset.tab = tab
  if (tab in unread) unread[tab] = 0
  badges()
  for (const log of [$('group-log'), $('phone-log')]) log.scrollTop = log.scrollHeight
}

// --- doing

function become (key) {
  if (you === key) return
  you = key
  phone = key
  keep('you', key)
  for (const composer of Object.values(composers)) composer.clear()
  spokenUpTo = null
  if (state) draw()
  refresh()
}

/** Shows where something happened: the group, or the phone of the person one is. */
function look (tab) {
  phone = you
  go(tab)
  if (state) draw()
  refresh()
}

async function becomeNow (key) {
  house.place = null
  become(key)
  state = await fetchState()
  draw()
}

async function prepareReply (landmark, text) {
  await becomeNow('julie')
  go('group')
  const message = state.group.find(one => one.id === state.landmarks[landmark])
  if (!message) return
  reveal(message)
  composers.group.replyTo(message, text)
}

async function showMessage (landmark) {
  await becomeNow('julie')
  go('group')
  const message = state.group.find(one => one.id === state.landmarks[landmark])
  const item = message && reveal(message)
  const toggle = item?.querySelector('[data-f="react"]')
  if (toggle?.getAttribute('aria-expanded') === 'false') toggle.click()
  item?.querySelector('[data-f="r👌"]')?.focus()
  if (item) item.scrollIntoView({ block: 'center' })
}

async function preparePrivate (who, text) {
  await becomeNow(who)
  go('phone')
  composers.phone.fill(text)
}

function reveal (message) {
  const item = [...$('group-log').children].find(one => one.dataset.key === 'm' + message.id)
  item?.scrollIntoView({ block: 'center' })
  item?.classList.add('shown')
  setTimeout(() => item?.classList.remove('shown'), 4000)
  return item
}

/** A text field with its reply or edit line: Enter sends, Shift+Enter breaks the line, Escape gives up. */
function composer (chat) {
  const form = $(chat + '-form')
  const field = $(chat + '-text')
  const strip = $(chat + '-replying')
  let target = null
  let editing = null
  const grow = () => { field.rows = Math.min(5, field.value.split('\n').length + Math.floor(field.value.length / 60)) }
  const label = text => { strip.hidden = text === null; strip.querySelector('span').textContent = text ?? ''; strip.title = text ?? '' }
  const self = {
    clear () { target = editing = null; field.value = ''; label(null); grow() },
    fill (text) { field.value = text; grow(); field.focus() },
    replyTo (message, text) {
      editing = null
      target = message.id
      label(t('replying', firstName(message.from, state.people), short(message.text)))
      self.fill(text ?? field.value)
    },
    edit (message) { target = null; editing = message.id; label(t('editing', short(message.text))); self.fill(message.text) }
  }
  const cancel = () => { if (editing !== null) field.value = ''; target = editing = null; label(null); field.focus() }
  field.addEventListener('input', grow)
  field.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit() }
    if (event.key === 'Escape' && !strip.hidden) { event.preventDefault(); cancel() }
  })
  strip.querySelector('button').addEventListener('click', cancel)
  form.addEventListener('submit', async event => {
    event.preventDefault()
    const text = field.value.trim()
    if (!text) return
    const where = chat === 'phone' ? 'private' : 'group'
    const was = { target, editing }
    self.clear()
    const sent = was.editing === null ? await deed('say', { chat: where, text, replyTo: was.target }) : await deed('edit', { chat: where, text, messageId: was.editing })
    if (!sent) { field.value = text; target = was.target; editing = was.editing; grow() } else $(chat + '-log').scrollTop = $(chat + '-log').scrollHeight
    field.focus()
  })
  return self
}

// --- starting

rooms = groups(house)
composers.group = composer('group')
composers.phone = composer('phone')

setLanguage(kept('language', 'fr'))
translate()
badges()
drawRegister()

for (const button of document.querySelectorAll('[data-lang]')) {
  button.addEventListener('click', () => {
    setLanguage(button.dataset.lang)
    keep('language', button.dataset.lang)
    translate()
    if (state) draw()
    drawRegister()
    refreshRegister()
  })
}
for (const button of document.querySelectorAll('[data-go]')) button.addEventListener('click', () => go(button.dataset.go))
// no submit button: Enter in the field would take the first one
$('ask-no').addEventListener('click', () => $('ask').close('no'))
$('phone-become').addEventListener('click', () => { const key = phone; become(key); $('phone-text').focus() })
$('reset').addEventListener('click', async () => {
  if (!await ask(t('reset-title'), t('reset-text'), t('reset-yes'))) return
  seenToasts = spokenUpTo = house.place = null
  if (await deed('reset', {})) go('group')
})

const events = new EventSource('/sandbox/api/events')
for (const name of ['open', 'changed']) {
  events.addEventListener(name, () => { refresh(); refreshRegister() })
}
setInterval(refreshRegister, 4000)
// an event stream may be cut off by a sleeping laptop
setInterval(() => { if (events.readyState !== EventSource.OPEN) refresh() }, 5000)
refresh()
refreshRegister()
