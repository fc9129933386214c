// Words of the page of the patient-data check, added to those all pages share.
import { WORDS } from './words.js'

Object.assign(WORDS.fr, {
  'check-page': 'COViGIE – données de patient', 'check-skip': 'Aller au texte',
  'check-title': 'Ce qui pourrait désigner un patient', 'check-what': 'Écrivez comme dans un groupe. Rien n’est gardé.',
  'check-label': 'Message', 'check-examples': 'Exemples', 'check-masked': 'Ce qui serait gardé', 'check-why': 'Pourquoi',
  'check-why-what': 'Les règles qui ont parlé, et ce qui a pesé : + pour un patient, − pour un professionnel ou personne.',
  'check-CLEAR': 'Rien trouvé.', 'check-HINT': 'Un doute : masqué, et un mot en privé à l’auteur.', 'check-HOLD': 'Retenu : masqué, et l’auteur est prévenu en privé.',
  'check-failed': 'Le robot ne répond pas. Réessayez dans un instant.', 'check-nothing': 'Rien à expliquer.',
  'check-rules': 'Règles :', 'check-features': 'A pesé :',
  'type-NAME': 'nom', 'type-BIRTH_DATE': 'date de naissance', 'type-DATE': 'date', 'type-PHONE': 'téléphone', 'type-EMAIL': 'adresse mail', 'type-ADDRESS': 'adresse',
  'type-NIR': 'numéro de sécurité sociale', 'type-RECORD_ID': 'numéro de dossier', 'type-AGE_OVER_89': 'âge de 90 ans ou plus', 'type-INITIALS': 'initiales', 'type-OTHER': 'détail identifiant',
  'example-leak': 'Un nom et une date', 'example-leak-text': 'Mme Bellanger, née le 12/03/1946, ne trouve plus son traitement',
  'example-list': 'Une tournée', 'example-list-text': 'tournée de demain :\n- guillemot : pansement\n- ferreira : inr 3,8\n- okafor : sortie ce soir',
  'example-doctor': 'Un confrère', 'example-doctor-text': 'Le Dr Bellanger remplace jeudi, son cabinet est au 12 rue des Lilas, 02 99 12 34 56',
  'example-eponym': 'Une maladie', 'example-eponym-text': 'Maladie de Parkinson débutante, score de Wells à 2 : vous adressez ?',
  'example-together': 'Des détails réunis', 'example-together-text': 'Mme D., 93 ans, la doyenne de Brenac, est tombée hier'
})

Object.assign(WORDS.en, {
  'check-page': 'COViGIE – patient data', 'check-skip': 'Skip to the text',
  'check-title': 'What could identify a patient', 'check-what': 'Write as in a group. Nothing is kept.',
  'check-label': 'Message', 'check-examples': 'Examples', 'check-masked': 'What would be kept', 'check-why': 'Why',
  'check-why-what': 'The rules that spoke, and what weighed: + for a patient, − for a professional or nobody.',
  'check-CLEAR': 'Nothing found.', 'check-HINT': 'A doubt: masked, and a private word to the author.', 'check-HOLD': 'Held: masked, and the author is told in private.',
  'check-failed': 'The bot does not answer. Try again in a moment.', 'check-nothing': 'Nothing to explain.',
  'check-rules': 'Rules:', 'check-features': 'Weighed:',
  'type-NAME': 'name', 'type-BIRTH_DATE': 'date of birth', 'type-DATE': 'date', 'type-PHONE': 'telephone', 'type-EMAIL': 'e-mail address', 'type-ADDRESS': 'address',
  'type-NIR': 'social security number', 'type-RECORD_ID': 'record number', 'type-AGE_OVER_89': 'age of 90 or more', 'type-INITIALS': 'initials', 'type-OTHER': 'identifying detail',
  'example-leak': 'A name and a date', 'example-leak-text': 'Mrs Bellanger, born 12/03/1946, cannot find her treatment any more',
  'example-list': 'A round', 'example-list-text': 'tomorrow’s round:\n- guillemot: dressing\n- ferreira: inr 3.8\n- okafor: home tonight',
  'example-doctor': 'A colleague', 'example-doctor-text': 'Dr Bellanger covers on Thursday, the practice is 12 Mill Lane',
  'example-eponym': 'A disease', 'example-eponym-text': 'Early Parkinson’s disease, Wells score 2: would you refer?',
  'example-together': 'Details together', 'example-together-text': 'Mrs D., 93, the oldest in Brenac, fell yesterday'
})
