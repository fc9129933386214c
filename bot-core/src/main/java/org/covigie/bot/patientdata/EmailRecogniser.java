package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses, but for role boxes (contact@), addresses of the trade, and the author's own. */
final class EmailRecogniser implements Recogniser {

    private static final Pattern EMAIL = Pattern.compile(
            "(?<![a-z0-9._%+-])([a-z0-9][a-z0-9._%+-]{0,63})@([a-z0-9](?:[a-z0-9-]{0,62}\\.){1,5}[a-z]{2,24})(?![a-z0-9-])");
    private static final Pattern ROLE = Pattern.compile(
            "(?:contact|secretariat|accueil|info|infos|admin|administration|direction|commande|commandes|formation|support"
                    + "|service|rdv|reception|enquiries|inscription|inscriptions|noreply|no-reply|ne-pas-repondre"
                    + "|hello|bonjour|cabinet|pharmacie|laboratoire|labo|cpts|msp|ars|recrutement|presse|equipe|team"
                    + "|office|appointments|referrals|dpo|rgpd|webmaster|postmaster|help|aide|coordination)(?:[._-].*)?[0-9]{0,4}");
    private static final Pattern TRADE_DOMAIN = Pattern
            .compile(
                    "(?:.*[.-])?(?:ch|chu|chru|hopital|hopitaux|clinique|ars|cpts|msp|mssante|cabinet|pharmacie|labo|sante"
                            + "|cardio|medecin|ehpad|ssr|had|gouv|nhs|aphp|ap-hp|ameli|assurance-maladie|kine|dentaire|univ)[.-].*");
    private static final Set<String> TRADE = Set.of("mon", "my", "notre", "our", "votre", "vos", "inscription",
            "inscriptions", "reponses", "candidature", "candidatures", "cv", "inscrire", "nous");

    @Override
    public List<Candidate> find(Message message) {
        if (message.text().indexOf('@') < 0) {
            return List.of();
        }
        var found = new ArrayList<Candidate>();
        Matcher matcher = EMAIL.matcher(message.text());
        while (matcher.find()) {
            found.add(new Candidate(Type.EMAIL, matcher.start(), matcher.end(), score(message, matcher)));
        }
        return found;
    }

    private static double score(Message message, Matcher matcher) {
        int owner = Context.distance(message, matcher.start(), matcher.end(), EmailRecogniser::ofPatient);
        if (ROLE.matcher(matcher.group(1)).matches()) {
            return 0;
        }
        int trade = Context.distance(message, matcher.start(), matcher.end(),
                word -> TRADE.contains(word) || Lexicon.PROFESSIONAL.has(word));
        if (TRADE_DOMAIN.matcher(matcher.group(2)).matches() || trade < owner) {
            return 0;
        }
        return owner < Context.REACH ? 0.88 : 0.65;
    }

    private static boolean ofPatient(String word) {
        return Lexicon.PATIENT.has(word) || Lexicon.CLINICAL.has(word) || word.equals("elle") || word.equals("il")
                || word.equals("mme") || word.equals("madame") || word.equals("monsieur") || word.equals("she")
                || word.equals("he");
    }
}
