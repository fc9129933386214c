package org.covigie.bot.patientdata;

import java.util.Set;

/**
 * What the {@link RoleScorer} looks at in a candidate: sparse yes-or-no features, each a kind and a value. The same
 * code serves training and use, so that they cannot drift apart.
 */
final class RoleFeatures {

    /** Takes one feature. */
    interface Sink {
        void add(String kind, String value);
    }

    private static final int WINDOW = 8;
    private static final String[] COUNTS = {"0", "1", "2", "3"};
    private static final String[][] PAIRS = pairs();
    private static final String[] BUCKETS = {"veto", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

    private final Message message;
    private final int from;
    private final int to;
    private final Message.Sentence sentence;
    private final boolean lexicon;
    private final Sink sink;

    private RoleFeatures(Message message, Candidate candidate, Set<Part> without, Sink sink) {
        this.message = message;
        this.from = message.tokenAt(candidate.start());
        this.to = message.tokenAt(candidate.end() - 1) + 1;
        this.sentence = message.sentence(from);
        this.lexicon = !without.contains(Part.LEXICON);
        this.sink = sink;
    }

    /** @param rule what the candidate's recogniser thinks of it, 0 to 1 */
    static void of(Message message, Candidate candidate, int candidates, Set<Part> without, Sink sink) {
        var features = new RoleFeatures(message, candidate, without, sink);
        sink.add("bias", "");
        if (candidate.type() == Type.NAME) {
            features.titled(candidate.score() > 0);
            features.name(candidates, without);
        } else {
            features.rule(candidate.score());
        }
        if (!without.contains(Part.CONTEXT)) {
            features.neighbours();
            features.scene(candidate.type() == Type.NAME);
        }
    }

    /** Only a name after a title comes with a score of its rule. */
    private void titled(boolean title) {
        sink.add("title", title ? "yes" : "no");
    }

    private void name(int candidates, Set<Part> without) {
        Vocabulary first = known(from);
        int last = to - 1;
        Vocabulary second = last > from ? known(last) : null;
        String pair = second == null ? first.name() : PAIRS[first.ordinal()][second.ordinal()];
        sink.add("vocabulary", pair);
        Token token = message.token(from);
        sink.add("shape", sentence.shouted() ? "SHOUTED" : token.shape().name());
        sink.add("shape+vocabulary", token.shape().name() + pair);
        sink.add("parts", COUNTS[Math.min(3, NameReader.parts(message, from, to))]);
        sink.add("length", COUNTS[Math.min(3, token.folded().length() / 3)]);
        if (first == Vocabulary.UNKNOWN || first == Vocabulary.PLACE) {
            sink.add("suffix", suffix(token.folded()));
        }
        boolean opens = NameCues.opensSentence(message, from);
        sink.add("opens", opens ? token.shape().name() : "no");
        sink.add("opens+vocabulary", opens ? pair : "no");
        sink.add("candidates", COUNTS[Math.min(3, candidates)]);
        if (!without.contains(Part.CONTEXT)) {
            cues(first, pair);
            content(pair);
        }
    }

    private void cues(Vocabulary first, String pair) {
        boolean trade = Roles.professional(message, from - 1, to);
        boolean nobody = NameCues.nobody(message, from, to);
        boolean spokenTo = NameCues.spokenTo(message, to);
        sink.add("trade", trade ? "yes" : "no");
        sink.add("nobody", nobody ? "yes" : "no");
        sink.add("spoken to", spokenTo ? "yes" : "no");
        double rule = trade || nobody || spokenTo ? -1 : NameCues.score(message, from, to);
        rule(rule);
        flag("after patient", NameCues.directlyAfterPatient(message, from), first);
        flag("age follows", NameCues.ageOrBirthFollows(message, to), first);
        flag("cared for", NameCues.caredFor(message, to), first);
        if (rule >= 0) {
            sink.add("rule+vocabulary", bucket(rule) + pair);
        }
    }

    private void flag(String kind, boolean present, Vocabulary first) {
        if (present) {
            sink.add(kind, "yes");
            sink.add(kind, first.name());
        }
    }

    private void rule(double rule) {
        sink.add("rule", bucket(rule));
    }

    private static String bucket(double rule) {
        return BUCKETS[rule < 0 ? 0 : 1 + (int) Math.min(9, rule * 10)];
    }

    /** The words before and after, one by one, in pairs, and as a bag. */
    private void neighbours() {
        for (int distance = 1; distance <= 3; distance++) {
            at(BEFORE[distance], from - distance);
            at(AFTER[distance], to + distance - 1);
        }
        sink.add("before 2+1", word(from - 2) + ' ' + word(from - 1));
        sink.add("after 1+2", word(to) + ' ' + word(to + 1));
        sink.add("around", word(from - 1) + '_' + word(to));
        sink.add("classes", PAIRS[known(from - 1).ordinal()][known(to).ordinal()]);
        for (int i = Math.max(sentence.start(), from - WINDOW); i < from; i++) {
            sink.add("left", word(i));
        }
        for (int i = to; i < Math.min(sentence.end(), to + WINDOW); i++) {
            sink.add("right", word(i));
        }
    }

    /** The nearest words that say something, and what kind of word: « Untel *n’a toujours pas* mangé ». */
    private void content(String pair) {
        int after = to;
        boolean negated = false;
        while (after < sentence.end() && after - to < 6 && little(after)) {
            negated |= NEGATIONS.contains(message.word(after));
            after++;
        }
        int before = from - 1;
        while (before >= sentence.start() && from - before < 6 && little(before)) {
            before--;
        }
        String next = act(after);
        String last = act(before);
        sink.add("next", word(after));
        sink.add("next class", next);
        sink.add("next class+vocabulary", next + pair);
        sink.add("last", word(before));
        sink.add("last class", last);
        sink.add("last class+vocabulary", last + pair);
        sink.add("last+next class", last + '_' + next);
        sink.add("negated", negated ? next : "no");
        String suffix = after < sentence.end() && word(after).length() > 5 ? suffix(word(after)) : "";
        sink.add("next suffix", suffix);
    }

    private boolean little(int index) {
        Token token = message.token(index);
        return token.shape() == Token.Shape.MARK && !token.is(':') && !token.is('(')
                || Lexicon.GRAMMAR.has(token.folded()) && !token.folded().equals("chez");
    }

    private String act(int index) {
        if (index < sentence.start()) {
            return "^";
        }
        if (index >= sentence.end()) {
            return "$";
        }
        String word = message.word(index);
        if (!message.token(index).isWord()) {
            return message.token(index).shape() == Token.Shape.DIGITS ? "9" : word;
        }
        if (Lexicon.PATIENT_ACTS.has(word)) {
            return "act";
        }
        if (Lexicon.COLLEAGUE_ACTS.has(word)) {
            return "duty";
        }
        if (Drugs.has(word)) {
            return "drug";
        }
        return known(index).name();
    }

    private static final Set<String> NEGATIONS = Set.of("ne", "n", "pas", "plus", "jamais", "not", "never", "no");

    private static final String[] BEFORE = {"", "before 1", "before 2", "before 3"};
    private static final String[] AFTER = {"", "after 1", "after 2", "after 3"};

    private void at(String kind, int index) {
        String word = word(index);
        sink.add(kind, word);
        if (index >= sentence.start() && index < sentence.end()) {
            sink.add(kind, known(index).name());
            if (word.length() > 5) {
                sink.add(kind, suffix(word));
            }
        }
    }

    /** What the sentence and the message speak of. */
    private void scene(boolean name) {
        int care = Context.count(message, from, to, Lexicon.CLINICAL::has);
        int drugs = Context.count(message, from, to, Drugs::has);
        int acts = Context.count(message, from, to, Lexicon.PATIENT_ACTS::has);
        int duties = Context.count(message, from, to, Lexicon.COLLEAGUE_ACTS::has);
        sink.add("drugs", COUNTS[drugs]);
        sink.add("acts", COUNTS[acts]);
        sink.add("duties", COUNTS[duties]);
        int trade = Context.count(message, from, to, Lexicon.PROFESSIONAL::has);
        int person = Context.count(message, from, to, Lexicon.PATIENT::has);
        sink.add("care", COUNTS[care]);
        sink.add("trade near", COUNTS[trade]);
        sink.add("person near", COUNTS[person]);
        sink.add("care+trade", COUNTS[Math.min(2, care)] + COUNTS[Math.min(2, trade)]);
        Message.Scene scene = message.scene();
        sink.add("message care", COUNTS[scene.care()]);
        sink.add("message trade", COUNTS[scene.trade()]);
        sink.add("message care+trade", COUNTS[Math.min(2, scene.care())] + COUNTS[Math.min(2, scene.trade())]);
        if (name) {
            String what = known(from).name() + (NameCues.opensSentence(message, from) ? '^' : ' ');
            sink.add("scene", what + COUNTS[Math.min(2, care + drugs)] + COUNTS[Math.min(2, trade)]);
            sink.add("message scene", what + COUNTS[Math.min(2, scene.care())] + COUNTS[Math.min(2, scene.trade())]);
        }
        sink.add("age", scene.age() ? "yes" : "no");
        sink.add("asks", scene.asks() ? "yes" : "no");
        sink.add("size", COUNTS[Math.min(3, message.size() / 8)]);
        sink.add("first word", from == 0 ? "^" : message.token(0).is('\n') ? "¶" : message.word(0));
    }

    private Vocabulary known(int index) {
        if (index < 0 || index >= message.size() || !message.token(index).isWord()) {
            return Vocabulary.GRAMMAR;
        }
        return lexicon ? message.vocabulary(index) : Vocabulary.UNKNOWN;
    }

    /** Inside the sentence only; a number counts by its length. */
    private String word(int index) {
        if (index < sentence.start()) {
            return "^";
        }
        if (index >= sentence.end()) {
            return "$";
        }
        Token token = message.token(index);
        if (token.is('\n')) {
            return "¶";
        }
        return token.shape() == Token.Shape.DIGITS ? COUNTS[Math.min(3, token.folded().length())] : token.folded();
    }

    private static String suffix(String word) {
        return word.length() < 4 ? word : word.substring(word.length() - 3);
    }

    private static String[][] pairs() {
        Vocabulary[] all = Vocabulary.values();
        String[][] pairs = new String[all.length][all.length];
        for (Vocabulary first : all) {
            for (Vocabulary second : all) {
                pairs[first.ordinal()][second.ordinal()] = first.name() + '+' + second.name();
            }
        }
        return pairs;
    }
}
