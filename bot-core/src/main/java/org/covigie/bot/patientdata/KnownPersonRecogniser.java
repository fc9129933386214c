package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody everyone can point at: the only holder of a role in a named place, or the subject of a press article. A
 * hint, and only where the sentence speaks of their health rather than of the trade.
 */
final class KnownPersonRecogniser implements Recogniser {

    private static final String ROLE = "(?:maire|notaire|boulang(?:er|ere)|boucher|bouchere|epicier|epiciere|institut(?:eur|rice)|instit"
            + "|maitresse|cure|pretre|pasteur|facteur|factrice|coiffeuse|coiffeur|garagiste|buraliste|fermier|fermiere|forgeron"
            + "|pompier|gendarme|directrice|directeur|proviseur|gardien|gardienne|patron|patronne|gerant|gerante|sacristain|imam"
            + "|rabbin|chatelain|chatelaine|adjoint|adjointe|vicar|priest|mayor|baker|butcher|postman|postmistress|headteacher"
            + "|headmaster|headmistress|doyen|doyenne|garde champetre|gendarme|ancien maire|ancienne maire|adjointe? au maire|postier|factrice|veterinaire|aubergiste|hotelier|hoteliere|poissonnier|fleuriste|menuisier|plombier|charcutier|viticulteur|viticultrice|apiculteur|organiste|rebouteux|championne?|chef des pompiers|capitaine des pompiers|secretaire de mairie|publican|landlord|landlady|blacksmith|farmer|shopkeeper|grocer)";
    private static final Pattern IN_PLACE = Pattern
            .compile(
                    "(?<!\\p{L})(?i:(?:mari|femme|fils|fille|mere|pere|frere|soeur|epouse|conjointe?|compagne|compagnon|veuve|wife"
                            + "|husband|son|daughter|mother|father) (?:du |de la |de l'|d'|of the |of ))?"
                            + "(?i:(?:seule?|unique|derniere?|only) )?(?i:" + ROLE
                            + ") (?:[\\p{L}']{1,14} ){0,5}?(?:de |d'|du |in |of |a |at )(?:la |le )?(?=[A-Z])");
    private static final Pattern SOLE = Pattern
            .compile(
                    "(?<!\\p{L})(?i:seule?|unique|derniere?|only|last) (?!\\p{L}*s )[\\p{L}-]{3,18} (?:of |in |de |d'|du |a )(?:the )?(?=[A-Z])");
    private static final Pattern PRESS = Pattern
            .compile("(?<!\\p{L})(?:dont|que|qui) (?:parle|parlait|parlent|a parle|ont parle|est passee?|a fait)"
                    + " (?:dans |a |la une (?:de |du )?)?(?:la |le |l'|les )?(?:une )?(?:journal|journaux|presse|depeche|tele|radio|gazette|[A-Z][\\p{L}-]{1,20})(?: [A-Z][\\p{L}-]{2,20}){0,2}");

    @Override
    public List<Candidate> find(Message message) {
        if (message.scene().care() == 0) {
            return List.of();
        }
        var found = new ArrayList<Candidate>();
        inPlace(message, IN_PLACE.matcher(message.cased()), found);
        inPlace(message, SOLE.matcher(message.cased()), found);
        Matcher press = PRESS.matcher(message.cased());
        while (press.find()) {
            add(message, press.start(), press.end(), found);
        }
        return found;
    }

    private static void inPlace(Message message, Matcher matcher, List<Candidate> found) {
        while (matcher.find()) {
            int place = message.tokenAt(matcher.end());
            int end = NameReader.capitalised(message, place);
            if (end > place && !Lexicon.NOBODY.has(message.word(place))) {
                add(message, matcher.start(), message.token(end - 1).end(), found);
            }
        }
    }

    private static void add(Message message, int start, int end, List<Candidate> found) {
        int care = Context.distance(message, start, end, Lexicon.CLINICAL::has);
        if (care < Context.REACH && care <= Context.distance(message, start, end, Lexicon.PROFESSIONAL::has)
                && !Context.quotedExample(message, start)) {
            found.add(new Candidate(Type.OTHER, start, end, 0.62));
        }
    }
}
