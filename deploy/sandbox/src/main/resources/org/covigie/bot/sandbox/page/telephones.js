// The page of the telephones: one state fetched from the server; the server says when to fetch again.
import './telephone-words.js'
import { t, setLanguage, getLanguage } from './words.js'
import { el, avatar, time, short } from './messages.js'
import { telephone, composer, drawLog, words } from './telephone.js'

const $ = id => document.getElementById(id)
const kept = (key, otherwise) => { try { return localStorage.getItem('sandbox.' + key) ?? otherwise } catch { return otherwise } }
const keep = (key, value) => { try { localStorage.setItem('sandbox.' + key, value) } catch { /* private window */ } }

let state = null
let shown = 'guide'
const phones = new Map()
const unread = {}
const house = { deed, open, toast, language: getLanguage, people: () => state.people, person: key => state.people.find(one => one.key === key) }
const firstName = key => house.person(key).name.split(' ')[0]
const english = () => getLanguage() === 'en'

// --- talking to the server

async function deed (name, body, otherwise = 'failed') {
  try {
    const answer = await fetch('/sandbox/api/telephones/' + name, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(name + ' ' + answer.status)
    refresh()
    return true
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
    const answer = await fetch('/sandbox/api/telephones/state', { headers: { Accept: 'application/json' } })
    if (answer.status === 404) toast(t('wa-off'))
    if (answer.ok) { state = await answer.json(); draw() }
  } catch { /* the server restarts; the event stream will call again */ }
  running = false
  if (again) { again = false; refresh() }
}

// --- drawing

function draw () {
  if (!phones.size) build()
  const news = []
  for (const [key, phone] of phones) {
    const fresh = phone.draw()
    if (fresh.length && shown !== key) unread[key] = (unread[key] ?? 0) + fresh.length
    news.push(...fresh.map(message => `${firstName(key)} : ${short(message.text)}`))
  }
  if (news.length) $('spoken').textContent = news.slice(-3).join('. ')
  drawGroup()
  drawGuide()
  drawFaults()
  drawChooser()
  $('number').textContent = t('wa-number', state.number)
}

const asking = el('select', { id: 'group-as', onchange: () => drawGroup() })
const groupLog = el('ol', { class: 'log', id: 'group-log', tabindex: '0' })
const groupTitle = el('h2', { id: 'group-title' })
const groupSub = el('p')
const asLabel = el('label', { class: 'vh', for: 'group-as' })
const groupPen = composer('group', () => t('wa-group-field'), () => t('wa-group-placeholder'), text => deed('group', { as: asking.value, text }))
const group = el('section', { class: 'panel plain', id: 'tel-group', 'aria-labelledby': 'group-title' },
  el('header', { class: 'head' }, el('div', {}, groupTitle, groupSub), el('div', { class: 'pen' }, asLabel, asking)), groupLog, groupPen.form)

function build () {
  for (const person of state.people) phones.set(person.key, telephone(person.key, house))
  $('row').replaceChildren(group, ...[...phones.values()].map(one => one.panel))
  show(shown, false)
}

/** The group that people have among themselves; the bot gets what somebody forwards. */
function drawGroup () {
  const members = state.group.members
  groupTitle.textContent = state.group.title
  groupSub.textContent = t('wa-group-sub', members.length)
  groupLog.setAttribute('aria-label', t('wa-group-log'))
  asLabel.textContent = t('wa-as')
  if (asking.dataset.members !== members.join()) {
    const was = asking.value || 'julie'
    asking.dataset.members = members.join()
    asking.replaceChildren(...members.map(key => el('option', { value: key, selected: key === was }, firstName(key))))
  }
  groupPen.translate()
  const as = asking.value
  drawLog(groupLog, state.group.lines.map((line, i) => [`${line.at}.${i}`, { ...line, as }]), getLanguage(), line => el('li', { class: 'msg' },
    avatar(line.who, state.people),
    el('article', { 'aria-label': firstName(line.who) },
      el('div', { class: 'bubble' }, el('header', { 'data-who': line.who }, el('b', {}, house.person(line.who).name)), words(line.text, link => open(link, as)), el('footer', {}, time(line.at))),
      el('div', { class: 'actions' }, el('button', { type: 'button', 'data-f': 'forward', onclick: () => forward(line) }, t('wa-forward-as', firstName(line.as)))))))
}

async function forward (line) {
  if (await deed('forward', { as: asking.value, text: line.text })) show(asking.value)
}

function drawChooser () {
  const entries = [['guide', t('wa-guide')], ['group', t('wa-group')], ...state.people.map(one => [one.key, firstName(one.key)])]
  const signature = JSON.stringify([entries, unread, shown])
  if ($('chooser').dataset.signature === signature) return
  const focus = document.activeElement?.dataset?.show
  $('chooser').dataset.signature = signature
  $('chooser').replaceChildren(...entries.map(([key, name]) => el('button', { type: 'button', 'data-show': key, 'aria-current': String(key === shown), onclick: () => show(key) },
    phones.has(key) ? avatar(key, state.people) : null, el('span', {}, name), unread[key] ? el('i', {}, unread[key] > 9 ? '9+' : String(unread[key])) : null)))
  if (focus) $('chooser').querySelector(`[data-show="${focus}"]`)?.focus({ preventScroll: true })
}

/** On a wide screen everything is there and only scrolled to; on a narrow one it takes the place of what was shown. */
function show (key, scroll = true) {
  shown = key
  delete unread[key]
  document.body.dataset.show = key
  for (const panel of document.querySelectorAll('.tels .panel')) panel.classList.toggle('on', panel.id === (key === 'guide' ? 'panel-guide' : 'tel-' + key))
  const panel = key === 'guide' ? $('panel-guide') : $('tel-' + key)
  if (scroll) panel?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const log = panel?.querySelector('.log')
  if (log) log.scrollTop = log.scrollHeight
  if (state) drawChooser()
}

const fill = (key, text) => { show(key); phones.get(key).fill(text) }

/** The newest invitation that Claire was given, if any. */
function invitation () {
  for (const message of [...house.person('claire').messages].reverse()) {
    const link = /https:\/\/wa\.me\/\S+/.exec(message.text)
    if (link && !message.mine) return link[0]
  }
  toast(t('wa-no-link'))
  return null
}

const steps = {
  'relayed-1': () => fill('claire', (english() ? '/relay ' : '/relaye ') + 'Soignants de l’Aulne'),
  'relayed-2': () => fill('claire', english() ? '/invite' : '/invitation'),
  'relayed-3': () => { const link = invitation(); if (link) open(link, 'julie') },
  'relayed-4': () => fill('marc', 'Plus une dose de vaccin coqueluche dans mes trois pharmacies depuis lundi. Vous aussi ?'),
  'relayed-5': () => {
    const copy = house.person('julie').messages.filter(one => !one.mine && one.text.startsWith('*') && one.status !== 'failed').at(-1)
    if (copy) { show('julie'); phones.get('julie').reply(copy, '/p') } else toast(t('wa-no-copy'))
  },
  'companion-1': () => fill('claire', `${english() ? '/companion' : '/compagnon'} ${state.group.title} ${state.group.link}`),
  'companion-2': () => { show('group'); asking.value = 'julie'; drawGroup(); groupLog.querySelector('[data-f=forward]')?.focus() },
  'companion-3': () => { const link = invitation(); if (link) typed('paul', link) },
  'companion-4': () => show('paul')
}

function drawGuide () {
  const names = Object.keys(steps)
  $('guide-sub').textContent = t('guide-sub', state.done.length, names.length)
  const signature = JSON.stringify([state.done, getLanguage()])
  if ($('relayed').dataset.signature === signature) return
  $('relayed').dataset.signature = signature
  for (const story of ['relayed', 'companion']) {
    $(story).replaceChildren(...names.filter(name => name.startsWith(story)).map((name, i) => {
      const done = state.done.includes(name)
      return el('li', { class: done ? 'done' : null },
        el('span', { class: 'tick', role: 'img', 'aria-label': t(done ? 'done' : 'todo') }, done ? '✓' : String(i + 1)),
        el('div', {}, el('p', {}, t(name)), el('button', { type: 'button', 'data-step': name, onclick: steps[name] }, t(name + '-do'))))
    }))
  }
}

function drawFaults () {
  if ($('faults').dataset.language === getLanguage()) return
  $('faults').dataset.language = getLanguage()
  $('faults').replaceChildren(...Object.entries(state.faults).map(([name, share]) => el('label', {}, el('span', {}, t('fault-' + name)),
    el('select', { onchange: event => deed('faults', { data: name, share: Number(event.target.value) }) },
      ...[...new Set([0, 0.25, 0.5, 1, share])].sort((a, b) => a - b).map(value => el('option', { value, selected: value === share }, Math.round(value * 100) + ' %'))))))
}

function translate () {
  document.documentElement.lang = getLanguage()
  document.title = t('title') + ' – WhatsApp'
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t)
  for (const node of document.querySelectorAll('[data-t-label]')) node.setAttribute('aria-label', t(node.dataset.tLabel))
  for (const button of document.querySelectorAll('[data-lang]')) button.setAttribute('aria-pressed', String(button.dataset.lang === getLanguage()))
}

// --- telling and asking people

function toast (text) {
  const note = el('p', {}, text)
  $('toasts').append(note)
  setTimeout(() => note.remove(), 5000)
}

/** Yes or no, or one of several choices; what was chosen, or an empty text. */
function ask (title, text, yes, choices = []) {
  $('ask-title').textContent = title
  $('ask-text').textContent = text
  $('ask-yes').hidden = yes === null
  $('ask-yes').textContent = yes ?? ''
  $('ask-no').textContent = t('give-up')
  $('ask-choices').replaceChildren(...choices)
  $('ask').returnValue = ''
  $('ask').showModal()
  return new Promise(resolve => $('ask').addEventListener('close', () => resolve($('ask').returnValue), { once: true }))
}

/** Links into WhatsApp: an invitation to the people's group is followed by who sees it, one to the bot by whom one says. */
async function open (link, key) {
  if (link.startsWith('https://chat.whatsapp.com/')) {
    if (await deed('join', { as: key, data: link }, 'wa-link-dead')) { toast(t('wa-joined', firstName(key))); show('group') }
    return
  }
  const who = await ask(t('wa-open-link'), t('wa-open-link-text'), null,
    state.people.map(one => el('button', { value: one.key }, avatar(one.key, state.people), el('span', {}, `${one.name}, ${t(one.role)}`))))
  if (who) typed(who, link)
}

function typed (who, link) { fill(who, new URL(link).searchParams.get('text') ?? '') }

// --- starting

setLanguage(kept('language', 'fr'))
translate()
for (const button of document.querySelectorAll('[data-lang]')) {
  button.addEventListener('click', () => {
    setLanguage(button.dataset.lang)
    keep('language', button.dataset.lang)
    translate()
    if (state) draw()
  })
}
// no submit button: Enter would take the first one
$('ask-no').addEventListener('click', () => $('ask').close(''))
$('silence').addEventListener('click', async () => { if (await deed('silence', {})) toast(t('wa-silence-done')) })
$('reset').addEventListener('click', async () => {
  if (await ask(t('reset-title'), t('reset-wa-text'), t('reset-yes')) === 'yes') deed('reset', {})
})
document.body.classList.add('ready')
show('guide', false)
const events = new EventSource('/sandbox/api/events')
for (const name of ['open', 'changed']) events.addEventListener(name, refresh)
// an event stream may be cut off by a sleeping laptop
setInterval(() => { if (events.readyState !== EventSource.OPEN) refresh() }, 5000)
refresh()
