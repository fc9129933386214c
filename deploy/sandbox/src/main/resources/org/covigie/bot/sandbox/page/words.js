// Words of the page; the story itself is in French, as the group is.
const of = name => (/^[aeiouéèêîô]/i.test(name) ? 'd’' : 'de ') + name

export const WORDS = {
  fr: {
    'title': 'COViGIE, le bac à sable',
    'tagline': 'Tout est inventé, rien ne sort de cet ordinateur.',
    'skip': 'Aller au champ de message',
    'language': 'Langue',
    'reset': 'Recommencer',
    'reset-title': 'Recommencer l’histoire ?',
    'reset-text': 'Un nouveau groupe est créé, avec des personnes que le robot ne connaît pas encore. Les conversations d’ici disparaissent ; le registre reste.',
    'reset-yes': 'Recommencer', 'no': 'Non, garder', 'ok': 'Compris', 'alert': 'Le robot vous répond',
    'you-are': 'Vous êtes :',
    'phones': 'Les téléphones', 'phone-title': 'Les téléphones',
    'phone-sub': n => `Conversation privée ${of(n)} avec le robot`,
    'phone-log': 'Messages privés avec le robot', 'group-log': 'Messages du groupe',
    'phone-label': 'Message privé au robot', 'phone-placeholder': 'Écrire au robot…',
    'group-label': 'Message au groupe', 'group-placeholder': n => `Écrire comme ${n}…`,
    'phone-empty': n => `${n} n’a pas encore ouvert de conversation avec le robot. Tant que rien n’est écrit ici, le robot ne peut pas lui écrire en privé.`,
    'phone-look': n => `Vous regardez le téléphone ${of(n)}.`, 'become': n => `Devenir ${n}`,
    'send': 'Envoyer', 'cancel': 'Annuler la réponse',
    'members': n => `${n} personnes et le robot COViGIE`,
    'reply': 'Répondre', 'react': 'Réagir', 'edit': 'Modifier', 'edited': 'modifié', 'bot': 'robot',
    'replying': (n, t) => `Réponse à ${n} : ${t}`, 'editing': t => `Modification : ${t}`,
    'gone': 'message effacé', 'picture': 'Image', 'forwarded': n => `Transféré ${of(n)}`,
    'ephemeral': 'Vous seul(e) voyez ce message (éphémère)',
    'react-problem': 'Réagir 🤔 : problème', 'react-solution': 'Réagir 👌 : solution', 'react-weak': 'Réagir 👀 : signal faible', 'react-like': 'Réagir 👍',
    'kind-problem': 'problème', 'kind-solution': 'solution', 'kind-weak': 'signal faible',
    'reacted': (who, e) => `${e} ${of(who)}`, 'link': 's’ouvre dans un nouvel onglet',
    'service-supergroup_chat_created': n => `${n} a créé le groupe`, 'service-new_chat_members': (n, s) => n === s ? `${n} a rejoint le groupe` : `${n} a ajouté ${s}`,
    'service-left_chat_member': (n, s) => n === s ? `${n} a quitté le groupe` : `${n} a retiré ${s}`, 'service-pinned_message': n => `${n} a épinglé un message`, 'service-other': n => `${n} a changé le groupe`,
    'guide-title': 'À essayer', 'guide-sub': (d, n) => `${d} sur ${n}`, 'done': 'fait', 'todo': 'à faire',
    'step-1': 'Vous êtes Julie, correspondante : répondez /p au message de Marc sur le vaccin. Le robot réagit, et un brouillon l’attend en privé.',
    'step-1-do': 'Préparer la réponse',
    'step-2': 'Une réaction suffit : posez 👌 sur l’idée de Gaëlle pour l’amoxicilline. C’est une solution.',
    'step-2-do': 'Montrer le message',
    'step-3': 'Le message d’Inès contient exprès des données de patient inventées. Répondez /f et regardez ce que le robot masque et retient.',
    'step-3-do': 'Préparer la réponse',
    'step-4': 'Dans le téléphone de Julie, relisez avec /brouillons, puis envoyez /publier tout. Le registre se remplit.',
    'step-4-do': 'Préparer la publication',
    'guide-end': 'Et ensuite ? Devenez Marc et demandez /mesdonnees, ou Inès et retirez votre message avec /retirer en réponse.',
    'register-title': 'Registre', 'register-open': 'Ouvrir', 'register-empty': 'Rien n’est encore publié. Ce que Julie publie apparaît ici, sans nom d’auteur.',
    'register-off': 'Le registre ne répond pas pour l’instant.', 'register-sub': n => n === 0 ? 'Signaux publiés' : n === 1 ? '1 signal publié' : `${n} signaux publiés`,
    'views': 'Vues', 'tab-group': 'Groupe', 'tab-phone': 'Privé', 'tab-guide': 'À essayer', 'tab-register': 'Registre',
    'failed': 'Cela n’a pas marché. Réessayez dans un instant.', 'votes': n => `${n} voix`,
    'animator': 'animatrice', 'correspondent': 'correspondante', 'member': 'membre',
    'generalist': 'médecin généraliste', 'pharmacist': 'pharmacienne', 'nurse': 'infirmière', 'paediatrician': 'pédiatre'
  },
  en: {
    'title': 'COViGIE, the sandbox',
    'tagline': 'Everything is invented, nothing leaves this computer.',
    'skip': 'Skip to the message field',
    'language': 'Language',
    'reset': 'Start again',
    'reset-title': 'Start the story again?',
    'reset-text': 'A new group is made, with people the bot does not know yet. The conversations here disappear; the register stays.',
    'reset-yes': 'Start again', 'no': 'No, keep it', 'ok': 'Got it', 'alert': 'The bot answers',
    'you-are': 'You are:',
    'phones': 'The phones', 'phone-title': 'The phones',
    'phone-sub': n => `${n}’s private chat with the bot`,
    'phone-log': 'Private messages with the bot', 'group-log': 'Messages of the group',
    'phone-label': 'Private message to the bot', 'phone-placeholder': 'Write to the bot…',
    'group-label': 'Message to the group', 'group-placeholder': n => `Write as ${n}…`,
    'phone-empty': n => `${n} has not opened a chat with the bot yet. Until something is written here, the bot cannot write to them in private.`,
    'phone-look': n => `You are looking at ${n}’s phone.`, 'become': n => `Become ${n}`,
    'send': 'Send', 'cancel': 'Cancel the reply',
    'members': n => `${n} people and the COViGIE bot`,
    'reply': 'Reply', 'react': 'React', 'edit': 'Edit', 'edited': 'edited', 'bot': 'bot',
    'replying': (n, t) => `Replying to ${n}: ${t}`, 'editing': t => `Editing: ${t}`,
    'gone': 'deleted message', 'picture': 'Picture', 'forwarded': n => `Forwarded from ${n}`,
    'ephemeral': 'Only you see this message (ephemeral)',
    'react-problem': 'React 🤔: problem', 'react-solution': 'React 👌: solution', 'react-weak': 'React 👀: weak signal', 'react-like': 'React 👍',
    'kind-problem': 'problem', 'kind-solution': 'solution', 'kind-weak': 'weak signal',
    'reacted': (who, e) => `${e} by ${who}`, 'link': 'opens in a new tab',
    'service-supergroup_chat_created': n => `${n} created the group`, 'service-new_chat_members': (n, s) => n === s ? `${n} joined the group` : `${n} added ${s}`,
    'service-left_chat_member': (n, s) => n === s ? `${n} left the group` : `${n} removed ${s}`, 'service-pinned_message': n => `${n} pinned a message`, 'service-other': n => `${n} changed the group`,
    'guide-title': 'Things to try', 'guide-sub': (d, n) => `${d} of ${n}`, 'done': 'done', 'todo': 'to do',
    'step-1': 'You are Julie, the correspondent: reply /p to Marc’s message about the vaccine. The bot reacts, and a draft waits in private.',
    'step-1-do': 'Prepare the reply',
    'step-2': 'A reaction is enough: put 👌 on Gaëlle’s idea for amoxicillin. That makes it a solution.',
    'step-2-do': 'Show the message',
    'step-3': 'Inès’s message holds invented patient data on purpose. Reply /f and see what the bot masks and holds back.',
    'step-3-do': 'Prepare the reply',
    'step-4': 'On Julie’s phone, read again with /drafts, then send /publish all. The register fills up.',
    'step-4-do': 'Prepare publishing',
    'guide-end': 'And then? Become Marc and ask /mydata, or Inès and take your message back with /withdraw in reply.',
    'register-title': 'Register', 'register-open': 'Open', 'register-empty': 'Nothing is published yet. What Julie publishes appears here, without its author’s name.',
    'register-off': 'The register does not answer at the moment.', 'register-sub': n => n === 0 ? 'Published signals' : n === 1 ? '1 signal published' : `${n} signals published`,
    'views': 'Views', 'tab-group': 'Group', 'tab-phone': 'Private', 'tab-guide': 'Try', 'tab-register': 'Register',
    'failed': 'That did not work. Try again in a moment.', 'votes': n => n === 1 ? '1 vote' : `${n} votes`,
    'animator': 'animator', 'correspondent': 'correspondent', 'member': 'member',
    'generalist': 'general practitioner', 'pharmacist': 'pharmacist', 'nurse': 'nurse', 'paediatrician': 'paediatrician'
  }
}

let language = 'fr'

export function setLanguage (value) { language = WORDS[value] ? value : 'fr' }
export function getLanguage () { return language }

/** A word or sentence, with its arguments. */
export function t (key, ...args) {
  const word = WORDS[language][key] ?? WORDS.fr[key] ?? key
  return typeof word === 'function' ? word(...args) : word
}
