package org.covigie.bot.patientdata;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a text for what could identify a patient. Safe to share between threads, free of side effects, never throws
 * for any text, and takes time little more than in proportion to its length. It lowers the risk of sharing by accident; it does not
 * anonymise.
 */
public final class PatientData {

    /** Its words are a site's and no person's. */
    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)[^\\s\\uFFFC]{1,2000}");
    static final int MOST_EARLIER = 2_000;

    private final List<Recogniser> recognisers;
    private final List<Recogniser> proposers;
    private final RoleScorer roles;
    private final QuasiIdentifiers together;
    private final Set<Part> without;

    public PatientData() {
        this(InstantSource.system());
    }

    PatientData(InstantSource clock) {
        this(clock, new RoleScorer(Set.of()), Set.of());
    }

    /** @param without what a measurement leaves out */
    PatientData(InstantSource clock, RoleScorer roles, Set<Part> without) {
        this.together = new QuasiIdentifiers(clock);
        this.roles = roles;
        this.without = without;
        this.recognisers = List.of(new NirRecogniser(), new BirthDateRecogniser(clock), new RecordIdRecogniser(),
                new ListNameRecogniser(), new InitialsRecogniser(), new AgeRecogniser(),
                new OtherRecogniser(), new KnownPersonRecogniser());
        this.proposers = proposers();
    }

    /** Candidates for the scorer to judge; the two halves of a mail box are no names of their own. */
    static List<Candidate> proposed(Message message, List<Recogniser> proposers) {
        var proposed = new ArrayList<Candidate>();
        for (Recogniser proposer : proposers) {
            proposed.addAll(proposer.find(message));
        }
        Matcher link = LINK.matcher(message.text());
        var linked = new BitSet();
        while (link.find()) {
            linked.set(link.start(), link.end());
        }
        proposed.removeIf(candidate -> candidate.type() == Type.NAME && linked.get(candidate.start()));
        List<Candidate> boxes = proposed.stream().filter(candidate -> candidate.type() == Type.EMAIL).toList();
        proposed.removeIf(candidate -> candidate.type() == Type.NAME && boxes.stream()
                .anyMatch(box -> candidate.start() < box.end() && box.start() < candidate.end()));
        return proposed;
    }

    /** Those whose candidates the scorer judges. */
    static List<Recogniser> proposers() {
        return List.of(new PhoneRecogniser(), new EmailRecogniser(), new AddressRecogniser(),
                new UntitledNameRecogniser(), new TitledNameRecogniser());
    }

    /**
     * @param text as people wrote it; any sequence of UTF-16 code units
     * @return what was found in it, with the text masked
     */
    public Check check(String text) {
        return check(text, GroupContext.NONE);
    }

    /**
     * @param text  as people wrote it
     * @param group whose people and places raise no alarm
     * @return what was found in it, with the text masked
     */
    public Check check(String text, GroupContext group) {
        List<Finding> findings = findings(text, group);
        return check(text, findings);
    }

    /**
     * For a case told in several sends.
     *
     * @param earlier what the same author wrote in the group in the last minutes, oldest first; the last
     *                {@value #MOST_EARLIER} characters count
     * @param text    the message itself
     * @param group   whose people and places raise no alarm
     */
    public Exchange check(List<String> earlier, String text, GroupContext group) {
        String before = Sends.joined(earlier, MOST_EARLIER);
        if (before.isEmpty()) {
            Check alone = check(text, group);
            return new Exchange(alone, alone.decision());
        }
        String all = before + Sends.joint(before) + text;
        int start = all.length() - text.length();
        var own = new ArrayList<>(findings(text, group));
        double surest = 0;
        List<Finding> known = findings(before, group);
        for (Finding finding : findings(all, group)) {
            if (finding.end() > start) {
                own.add(new Finding(finding.type(), Math.max(0, finding.start() - start), finding.end() - start,
                        finding.score()));
            }
            boolean old = finding.end() <= start && known.stream()
                    .anyMatch(other -> other.start() < finding.end() && finding.start() < other.end()
                            && other.score() >= finding.score());
            surest = old ? surest : Math.max(surest, finding.score());
        }
        Check check = check(text, Looks.apart(own));
        return new Exchange(check, Decision.of(Math.max(surest, surest(check.findings()))));
    }

    /**
     * What to remember of a finding that somebody declares to be nobody's: however it is written the next time, the
     * token is the same. It is as telling as the detail itself, so keep a keyed hash of it and not the token.
     *
     * @param text    the very text the finding is of
     * @param finding one of its findings
     * @return its words folded, or the last digits of a number
     */
    public static String token(String text, Finding finding) {
        return Dismissal.token(finding.type(),
                Shadow.of(text.substring(finding.start(), finding.end())).folded());
    }

    /**
     * Why each finding of a text is one, for a page where people try the check out.
     *
     * @param text  as people wrote it
     * @param group whose people and places raise no alarm
     * @return the findings of {@link #check(String, GroupContext)}, from left to right; without a word of the text
     */
    public List<Explanation> explain(String text, GroupContext group) {
        return new Explainer(recognisers, proposers, roles).explain(text, findings(text, group));
    }

    private static Check check(String text, List<Finding> findings) {
        return new Check(Decision.of(surest(findings)), findings, Mask.apply(text, findings));
    }

    private static double surest(List<Finding> findings) {
        return findings.stream().mapToDouble(Finding::score).max().orElse(0);
    }

    private List<Finding> findings(String text, GroupContext group) {
        return Looks.at(Shadow.of(text), shadow -> look(shadow, group));
    }

    private List<Candidate> look(Shadow shadow, GroupContext group) {
        var message = new Message(shadow);
        var candidates = new ArrayList<Candidate>();
        for (Recogniser recogniser : recognisers) {
            candidates.addAll(recogniser.find(message));
        }
        List<Candidate> known = candidates.stream().filter(candidate -> candidate.type() == Type.OTHER).toList();
        for (Candidate judged : judged(message, group)) {
            // « le boulanger d’Untelville »: the village is no second person
            boolean part = judged.type() == Type.NAME && known.stream()
                    .anyMatch(role -> role.start() < judged.start() && judged.end() <= role.end());
            if (!part && !(judged.type() == Type.NAME && command(message.text(), judged.start()))) {
                candidates.add(judged);
            }
        }
        candidates.removeIf(candidate -> dismissed(message, candidate, group));
        List<Candidate> sure = without.contains(Part.AGGREGATOR)
                ? new ArrayList<>(candidates.stream().filter(Candidate::counts).toList())
                : together.weigh(message, candidates);
        sure.addAll(Mentions.of(message, sure));
        return Merge.of(message.text(), sure).stream().filter(candidate -> !dismissed(message, candidate, group))
                .toList();
    }

    /** « /Solution » is typed to the bot, whatever stands before it. */
    private static boolean command(String text, int start) {
        return start > 0 && text.charAt(start - 1) == '/'
                && (start == 1 || Character.isWhitespace(text.charAt(start - 2)));
    }

    private static boolean dismissed(Message message, Candidate candidate, GroupContext group) {
        return candidate.counts() && Dismissal.drops(group.dismissed(), candidate.type(), candidate.score(),
                message.text().substring(candidate.start(), candidate.end()));
    }

    private List<Candidate> judged(Message message, GroupContext group) {
        List<Candidate> whole = proposed(message, proposers);
        int names = (int) whole.stream().filter(candidate -> candidate.type() == Type.NAME).count();
        boolean known = !group.isEmpty() && !without.contains(Part.MEMBERS);
        return whole.stream().map(candidate -> {
            Candidate judged = roles.judged(message, candidate, names);
            return known ? Members.weigh(message, judged, candidate.score() > 0, group) : judged;
        }).toList();
    }
}
