package org.covigie.bot.groups;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.covigie.bot.people.Profession;
import org.covigie.bot.people.Region;
import org.jspecify.annotations.Nullable;

/**
 * What was typed after {@code /antenne}: a title, and in trailing words whom the local group is for.
 *
 * @param whole      all of it, since a title may itself end in a number
 * @param title      the title without the trailing words
 * @param profession key of the profession named last
 * @param department code of the <em>département</em> named last
 */
record BranchName(String whole, String title, @Nullable String profession, @Nullable String department) {
    static BranchName read(String typed) {
        String whole = typed.strip().replaceAll("\\s+", " ");
        String title = whole;
        String profession = null;
        String department = null;
        for (int space = title.lastIndexOf(' '); space > 0; space = title.lastIndexOf(' ')) {
            String last = title.substring(space + 1);
            // one digit is more often part of a name (« Groupe 2 ») than a département
            Optional<String> code = last.length() < 2 ? Optional.empty() : Region.department(last);
            int before = title.lastIndexOf(' ', space - 1);
            Optional<Profession> two = before < 0 ? Optional.empty() : profession(title.substring(before + 1));
            Optional<Profession> one = profession(last);
            if (department == null && code.isPresent()) {
                department = code.get();
                title = title.substring(0, space);
            } else if (profession == null && two.isPresent()) {
                profession = two.get().name();
                title = title.substring(0, before);
            } else if (profession == null && one.isPresent()) {
                profession = one.get().name();
                title = title.substring(0, space);
            } else {
                break;
            }
        }
        return new BranchName(whole, title, profession, department);
    }

    boolean forSome() {
        return profession != null || department != null;
    }

    /** Whether two titles are the same to a reader: case, accents and spaces do not count. */
    static boolean same(String one, String other) {
        return fold(one).equals(fold(other));
    }

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT)
                .strip().replaceAll("\\s+", " ");
    }

    private static Optional<Profession> profession(String words) {
        return Profession.named(words).filter(found -> found != Profession.OTHER);
    }
}
