package org.covigie.bot.patientdata;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names by layout: a form (« Nom : … »), a table with its heading, a round with one patient a line. */
final class ListNameRecogniser implements Recogniser {

    private static final Pattern FIELD = Pattern
            .compile("(?m)^[^\\p{L}\\n]{0,6}(?:nom(?: de naissance| de jeune fille| d'usage| du patient"
                    + "| de la patiente)?|prenoms?|nom et prenom|nom/prenom|patiente?|surname|first name|last name|full name|name|patient name)"
                    + " ?[:=] ?(?=\\p{L})");
    private static final Pattern HEADING = Pattern
            .compile(
                    "(?m)^ ?(?:[\\p{L}° ]{0,30}[;,|\\t] ?)?(?:nom|noms|patients?|name|surname|nom prenom|nom et prenom)"
                            + " ?[;,|\\t][^\\n]*$");
    private static final Pattern ITEM = Pattern.compile("(?m)^ ?[-•*–·▪◦>] ?(?=\\p{L})");
    private static final Set<String> BIRTH = Set.of("naissance", "ddn", "dob", "birth", "date de naissance", "ne le",
            "date of birth", "nee le");
    private static final Set<Character> AFTER_NAME = Set.of(':', '-', '/', '(', ',', ';');

    @Override
    public List<Candidate> find(Message message) {
        var found = new ArrayList<Candidate>();
        fields(message, found);
        table(message, found);
        round(message, found);
        return found;
    }

    private static void fields(Message message, List<Candidate> found) {
        Matcher matcher = FIELD.matcher(message.text());
        while (matcher.find()) {
            int from = message.tokenAt(matcher.end());
            name(message, from, 0.88, found);
        }
    }

    private static void table(Message message, List<Candidate> found) {
        Matcher heading = HEADING.matcher(message.text());
        if (!heading.find()) {
            return;
        }
        String separators = "[;,|\\t]";
        String[] columns = heading.group().split(separators, -1);
        int line = heading.end() + 1;
        while (line < message.text().length()) {
            int end = message.text().indexOf('\n', line);
            end = end < 0 ? message.text().length() : end;
            row(message, columns, line, end, found);
            line = end + 1;
        }
    }

    private static void row(Message message, String[] columns, int start, int end, List<Candidate> found) {
        int cell = start;
        for (int column = 0; column < columns.length && cell < end; column++) {
            int next = cell;
            while (next < end && ";,|\t".indexOf(message.text().charAt(next)) < 0) {
                next++;
            }
            if (next == end && column == 0) {
                return;
            }
            String title = columns[column].strip();
            int first = message.tokenAt(cell);
            if (first < message.size() && message.token(first).start() < next) {
                if (BIRTH.contains(title)) {
                    for (Dates.Written date : new Dates(LocalDate.of(2100, 1, 1))
                            .in(message.text().substring(cell, next))) {
                        found.add(new Candidate(Type.BIRTH_DATE, cell + date.start(), cell + date.end(), 0.92));
                    }
                } else if (title.startsWith("nom") || title.startsWith("pa") || title.endsWith("name")
                        || title.startsWith("prenom")) {
                    name(message, first, 0.88, found);
                }
            }
            cell = next + 1;
        }
    }

    /** Two items or more that begin with a name and go on with care. */
    private static void round(Message message, List<Candidate> found) {
        var items = new ArrayList<Candidate>();
        int cared = 0;
        Matcher item = ITEM.matcher(message.text());
        while (item.find()) {
            int from = message.tokenAt(item.end());
            int before = items.size();
            name(message, from, 0.80, items);
            if (items.size() == before) {
                continue;
            }
            int after = message.tokenAt(items.getLast().end());
            boolean marked = after < message.size() && message.token(after).shape() == Token.Shape.MARK
                    && AFTER_NAME.contains(message.word(after).charAt(0));
            Message.Sentence sentence = message.sentence(from);
            if (!marked || Context.count(message, from, after, Lexicon.PROFESSIONAL::has) > 0) {
                items.removeLast();
            } else if (after < sentence.end() && Context.count(message, from, after, Lexicon.CLINICAL::has) > 0) {
                cared++;
            }
        }
        if (items.size() >= 2 && cared >= 2) {
            found.addAll(items);
        }
    }

    private static void name(Message message, int from, double score, List<Candidate> found) {
        if (from >= message.size() || !message.token(from).isWord()) {
            return;
        }
        int to = NameReader.capitalised(message, from);
        if (to == from) {
            int lower = NameReader.lower(message, from);
            to = NameReader.hasFirstName(message, from, lower) ? lower : from;
        }
        String first = message.word(from);
        boolean known = NameReader.hasFirstName(message, from, to);
        if (to == from || !known && Lexicon.NOBODY.has(first) || Lexicon.PROFESSIONAL.has(first) || Roles.isTitle(first)
                || !known && (Lexicon.COMMON.has(first) || Lexicon.CLINICAL.has(first) || Lexicon.PATIENT.has(first))) {
            return;
        }
        found.add(new Candidate(Type.NAME, message.token(from).start(), message.token(to - 1).end(), score));
    }
}
