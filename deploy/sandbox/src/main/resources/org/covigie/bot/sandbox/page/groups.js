// Which group is shown, who is in it, and what a person does with it: found, join, add, leave, open a link, hand over a card.
import { t } from './words.js'
import { el, firstName } from './messages.js'

const $ = id => document.getElementById(id)

/** @param house what the page lends: state(), you(), place, deed(), ask(), toast(), refresh(), go(), reveal(), look() */
export function groups (house) {
  let seen = null

  const here = () => house.state().groups.find(group => group.id === house.state().shown)
  const inside = () => here().members.includes(house.you())

  function draw () {
    const state = house.state()
    const group = here()
    $('group-title').textContent = group.title
    $('group-sub').textContent = t('members', group.members.length)
    $('group-form').hidden = !inside()
    $('group-log').hidden = !inside()
    $('outside').hidden = inside()
    const signature = JSON.stringify([state.groups, state.shown, house.you(), state.invitations, document.documentElement.lang])
    if (signature === seen) return
    seen = signature
    const focus = document.activeElement?.id
    $('groups').hidden = state.groups.length < 2
    $('groups').replaceChildren(...state.groups.map(one => el('option', { value: one.id, selected: one.id === state.shown }, one.title)))
    const absent = state.people.filter(person => !group.members.includes(person.key))
    $('group-add').hidden = !inside() || !absent.length
    $('group-who').replaceChildren(...absent.map(person => el('option', { value: person.key }, person.name)))
    $('group-leave').hidden = !inside()
    $('outside-text').textContent = t('outside', firstName(house.you(), state.people)) + ' ' + t(state.invitations.length ? 'outside-open' : 'outside-none')
    $('invitations').replaceChildren(...state.invitations.map(one => el('button', {
      type: 'button', 'data-link': one.link, onclick: () => open(one.link)
    }, t('invitation', one.title))))
    for (const chat of ['group', 'phone']) cards(chat)
    if (focus && document.activeElement?.id !== focus) $(focus)?.focus({ preventScroll: true })
  }

  function cards (chat) {
    const others = house.state().people.filter(person => person.key !== house.you())
    $(chat + '-cards').replaceChildren(el('p', {}, t('cards')), ...others.map(person => el('button', {
      type: 'button', 'data-card': person.key, onclick: () => { close(chat + '-attach'); house.deed('card', { chat: chat === 'phone' ? 'private' : 'group', who: person.key }) }
    }, person.name)))
  }

  function close (menu) {
    $(menu).open = false
    $(menu).querySelector('summary').focus()
  }

  function show (id) {
    house.place = id
    house.go('group')
    return house.refresh()
  }

  async function found () {
    close('group-menu')
    const title = await house.ask(t('group-new'), t('group-new-text'), t('create'), t('group-title-label'))
    const made = title && await house.deed('groups', { text: title })
    if (made) show(made.group)
  }

  /** A t.me link acts inside the sandbox, as the person one is. */
  async function open (link) {
    const message = /^https:\/\/t\.me\/c\/(\d+)\/(\d+)$/.exec(link)
    if (message) {
      await show(Number('-100' + message[1]))
      house.reveal({ id: Number(message[2]) })
      return
    }
    let text = null
    if (/[?&]startgroup=/.test(link)) {
      text = await house.ask(t('group-new'), t('link-group'), t('create'), t('group-title-label'))
      if (!text) return
    }
    const opened = await house.deed('open', { data: link, text }, 'link-dead')
    if (!opened) return
    if (opened.what === 'group') { show(opened.group); return }
    if (opened.what !== 'private') house.toast(t('opened-' + opened.what))
    house.look(opened.what === 'joined' ? 'group' : 'phone')
  }

  $('groups').addEventListener('change', () => show(Number($('groups').value)))
  $('group-new').addEventListener('click', found)
  $('group-add-do').addEventListener('click', () => { close('group-menu'); house.deed('add', { who: $('group-who').value }) })
  $('group-leave').addEventListener('click', async () => {
    close('group-menu')
    if (await house.ask(t('group-leave'), t('group-leave-text', here().title), t('group-leave-yes'))) house.deed('leave', {})
  })
  for (const menu of document.querySelectorAll('details.menu')) {
    menu.addEventListener('keydown', event => { if (event.key === 'Escape' && menu.open) { event.preventDefault(); close(menu.id) } })
    menu.addEventListener('focusout', event => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false })
  }
  document.addEventListener('click', event => {
    for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false
  })
  return { draw, open, inside }
}
