// The page of the patient-data check: what is typed is looked at as it is typed, and nothing of it is kept.
import './check-words.js'
import { t, setLanguage, getLanguage } from './words.js'

const $ = id => document.getElementById(id)
const kept = (key, otherwise) => { try { return localStorage.getItem('sandbox.' + key) ?? otherwise } catch { return otherwise } }
const keep = (key, value) => { try { localStorage.setItem('sandbox.' + key, value) } catch { /* private window */ } }
const PAUSE = 200
const EXAMPLES = ['leak', 'list', 'doctor', 'eponym', 'together']

let last = null
let timer = null
let asked = 0

function el (name, text) {
  const node = document.createElement(name)
  if (text !== undefined) node.textContent = text
  return node
}

async function look () {
  const text = $('text').value
  const mine = ++asked
  if (!text.trim()) { last = null; draw(); return }
  try {
    const answer = await fetch('/sandbox/api/patient-data', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ text }) })
    if (!answer.ok) throw new Error(String(answer.status))
    const found = await answer.json()
    // an answer that was overtaken says nothing of what stands there now
    if (mine === asked) { last = { text, ...found }; draw() }
  } catch {
    if (mine === asked) { last = null; draw(); $('verdict').textContent = t('check-failed') }
  }
}

function draw () {
  $('why').replaceChildren()
  $('masked').replaceChildren()
  if (!last) { $('verdict').textContent = ''; return }
  $('verdict').textContent = t('check-' + last.decision)
  for (const piece of last.masked.split(/(\[[^\]\n]{2,30}\])/)) {
    if (piece) $('masked').append(/^\[.*\]$/.test(piece) ? el('mark', piece) : document.createTextNode(piece))
  }
  for (const finding of last.findings) {
    const item = el('li')
    const title = el('p')
    title.append(el('strong', `« ${last.text.slice(finding.start, finding.end)} »`), ` ${t('type-' + finding.type)}, ${Math.round(finding.score * 100)} %`)
    item.append(title, el('p', t('check-rules') + ' ' + finding.rules.join(' · ')))
    if (finding.features.length) item.append(el('p', t('check-features') + ' ' + finding.features.join(' · ')))
    $('why').append(item)
  }
  if (!last.findings.length) $('why').append(el('li', t('check-nothing')))
}

function words () {
  document.documentElement.lang = getLanguage()
  document.title = t('check-page')
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t)
  for (const node of document.querySelectorAll('[data-t-label]')) node.setAttribute('aria-label', t(node.dataset.tLabel))
  for (const node of document.querySelectorAll('[data-lang]')) node.setAttribute('aria-pressed', String(node.dataset.lang === getLanguage()))
  $('examples').replaceChildren(...EXAMPLES.map(name => {
    const button = el('button', t('example-' + name))
    button.type = 'button'
    button.addEventListener('click', () => { $('text').value = t('example-' + name + '-text'); look() })
    return button
  }))
  draw()
}

setLanguage(kept('language', 'fr'))
for (const button of document.querySelectorAll('[data-lang]')) {
  button.addEventListener('click', () => { setLanguage(button.dataset.lang); keep('language', button.dataset.lang); words() })
}
$('text').addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(look, PAUSE) })
words()
