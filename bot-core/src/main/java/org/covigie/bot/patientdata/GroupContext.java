package org.covigie.bot.patientdata;

import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * What a group says of itself, so that its own people and places raise no alarm. It never outweighs a patient's title,
 * a social-security number or a word of birth; a member's first name alone may still be a hint, patients share it.
 *
 * @param members   display names and handles
 * @param contacts  members' telephone numbers and mail addresses, in any spelling
 * @param places    names of the practices, homes and networks the group works in
 * @param dismissed whether somebody in the group declared that this token of {@link PatientData#token} is no patient's;
 *                  such a finding is dropped, after a title too, but never a social-security number with its key or a
 *                  birth date with its cue. Asked for what would be a finding only, so it may be slow (a keyed hash)
 */
public record GroupContext(Set<String> members, Set<String> contacts, Set<String> places,
        BiPredicate<Type, String> dismissed) {

    /** A group of which nothing is known. */
    public static final GroupContext NONE = new GroupContext(Set.of(), Set.of(), Set.of());

    private static final int NATIONAL_DIGITS = 9;
    private static final int SHORTEST = 3;

    /** A group in which nothing was dismissed. */
    public GroupContext(Set<String> members, Set<String> contacts, Set<String> places) {
        this(members, contacts, places, (_, _) -> false);
    }

    public GroupContext {
        members = folded(members);
        contacts = contacts.stream().map(GroupContext::contact).collect(Collectors.toUnmodifiableSet());
        places = folded(places);
    }

    boolean isEmpty() {
        return members.isEmpty() && contacts.isEmpty() && places.isEmpty();
    }

    /** The same people and places, with what the group declared to be nobody's. */
    public GroupContext dismissing(BiPredicate<Type, String> tokens) {
        return new GroupContext(members, contacts, places, tokens);
    }

    boolean hasMember(String folded) {
        return members.contains(folded);
    }

    /** The word is part of a member's name. */
    boolean hasMemberWord(String folded) {
        return folded.length() >= SHORTEST && members.stream()
                .anyMatch(member -> (" " + member.replace('-', ' ') + " ").contains(" " + folded + " "));
    }

    boolean hasContact(String written) {
        return contacts.contains(contact(written));
    }

    boolean hasPlace(String folded) {
        return places.stream().anyMatch(place -> place.length() >= SHORTEST && folded.contains(place));
    }

    /** A number by its last nine digits, whatever stands before and between them; a mail address folded. */
    static String contact(String written) {
        if (written.indexOf('@') >= 0) {
            return Shadow.of(written.strip()).folded();
        }
        String digits = written.replaceAll("[^0-9]", "");
        return digits.substring(Math.max(0, digits.length() - NATIONAL_DIGITS));
    }

    private static Set<String> folded(Set<String> names) {
        return names.stream().map(name -> Shadow.of(name.strip()).folded().replaceFirst("^@", ""))
                .filter(name -> !name.isBlank()).collect(Collectors.toUnmodifiableSet());
    }

    /** Without a name: they stay out of logs. */
    @Override
    public String toString() {
        return "GroupContext[" + members.size() + " members]";
    }
}
