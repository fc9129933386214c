package org.covigie.bot.enrolment;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Profession;
import org.covigie.bot.people.Region;
import org.covigie.bot.people.ShownName;
import org.covigie.bot.people.Words;
import org.covigie.bot.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a candidate is asked, one question at a time: charter with consent, profession, <em>département</em>, RPPS number if
 * wanted, and the name where it is all that others see.
 * What has been answered lies in the request's row, so a restart in mid-dialogue loses nothing, and every button may be pressed
 * again or out of turn.
 */
@Component
@Transactional
class Dialogue {
    private static final int PROFESSIONS_A_ROW = 2;
    private static final int DEPARTMENTS_A_ROW = 4;
    private static final Pattern DIGITS = Pattern.compile("\\d[\\d\\s.]{5,}");

    private final Groups groups;
    private final People people;
    private final Names names;
    private final Vault vault;
    private final InstantSource clock;

    Dialogue(Groups groups, People people, Names names, Vault vault, InstantSource clock) {
        this.groups = groups;
        this.people = people;
        this.names = names;
        this.vault = vault;
        this.clock = clock;
    }

    /** The first question that has no answer yet; empty when all have one. */
    Optional<Line> next(EnrolmentRow row, GroupInfo group) {
        if (row.charterVersion == null) {
            return Optional.of(charter(row, group));
        }
        if (row.profession == null) {
            return Optional.of(professions(row));
        }
        if (row.department == null) {
            return Optional.of(regions(row));
        }
        if (!row.rppsDone) {
            return Optional.of(Line.of("enrolment.ask.rpps")
                    .choices(Line.Choice.command("enrolment.ask.skip", command(row, "rpps -"))));
        }
        return names.asks(row) ? Optional.of(name(row)) : Optional.empty();
    }

    private Line name(EnrolmentRow row) {
        Words shown = names.shown(row);
        String how = names.typed(row) ? "" : ".command";
        return shown.isEmpty()
                ? Line.of("enrolment.ask.name.none" + how)
                        .choices(Line.Choice.command("enrolment.ask.skip", command(row, "nom -")))
                : Line.of("enrolment.ask.name" + how, shown)
                        .choices(Line.Choice.command("enrolment.ask.name.keep", command(row, "nom -")));
    }

    private Line charter(EnrolmentRow row, GroupInfo group) {
        return groups.charter(group).then("enrolment.ask.charter")
                .choices(Line.Choice.command("enrolment.ask.charter.relay",
                        command(row, "charte oui " + groups.charterVersion(row.groupId))))
                .choices(Line.Choice.command("enrolment.ask.charter.only",
                        command(row, "charte sans " + groups.charterVersion(row.groupId))));
    }

    private static Line professions(EnrolmentRow row) {
        Line line = Line.of("enrolment.ask.profession");
        List<Line.Choice> keys = new ArrayList<>();
        for (Profession profession : Profession.values()) {
            keys.add(Line.Choice.command("enrolment.ask.one", command(row, "metier " + profession.name()), profession));
        }
        return inRows(line, keys, PROFESSIONS_A_ROW);
    }

    private static Line regions(EnrolmentRow row) {
        List<Line.Choice> keys = new ArrayList<>();
        for (Region region : Region.values()) {
            keys.add(Line.Choice.command("enrolment.ask.one", command(row, "region " + region.name()), region));
        }
        return inRows(Line.of("enrolment.ask.region"), keys, PROFESSIONS_A_ROW);
    }

    private static Line departments(EnrolmentRow row, Region region) {
        List<Line.Choice> keys = new ArrayList<>();
        for (String code : region.departments()) {
            keys.add(Line.Choice.command("enrolment.ask.one", command(row, "dep " + code), code));
        }
        return inRows(Line.of("enrolment.ask.department", region), keys, DEPARTMENTS_A_ROW)
                .choices(Line.Choice.command("enrolment.ask.back", command(row, "region ?")));
    }

    private static Line inRows(Line line, List<Line.Choice> keys, int perRow) {
        Line all = line;
        for (int i = 0; i < keys.size(); i += perRow) {
            all = all.choices(keys.subList(i, Math.min(keys.size(), i + perRow)));
        }
        return all;
    }

    private static String command(EnrolmentRow row, String answer) {
        return "/candidature " + row.id + " " + answer;
    }

    /**
     * Whether these words belong to the open question although they do not answer it, until it is answered or put off. The
     * number may be left out, so that only what may hold one belongs to it. Whoever has entered writes to the group, whatever is
     * still open: what is no answer is for the others.
     *
     * @param text empty where it is not known any more what was typed
     */
    static boolean awaits(EnrolmentRow row, String text) {
        return row.enteredAt == null && !row.later && row.charterVersion != null
                && (row.profession == null || row.department == null
                        || !row.rppsDone && (text.isEmpty() || DIGITS.matcher(text).find()));
    }

    /** What somebody hears whose words are no answer to the question that awaits one. */
    static Line wrong(EnrolmentRow row) {
        Line again = row.profession == null
                ? noProfession(row)
                : row.department == null ? noDepartment(row) : noRpps(row);
        return again.choices(Line.Choice.command("enrolment.ask.later", command(row, "plus-tard")));
    }

    private static Line noProfession(EnrolmentRow row) {
        return Line.of("enrolment.answer.profession").then(professions(row));
    }

    private static Line noDepartment(EnrolmentRow row) {
        return Line.of("enrolment.answer.department").then(regions(row));
    }

    private static Line noRpps(EnrolmentRow row) {
        return Line.of("enrolment.answer.rpps")
                .choices(Line.Choice.command("enrolment.ask.skip", command(row, "rpps -")));
    }

    /** The person wants to be asked again. */
    static void resume(EnrolmentRow row) {
        row.later = false;
    }

    /** Takes one answer and says what comes next; a wrong one gets its sentence and the question again. */
    Line answered(EnrolmentRow row, GroupInfo group, String what, String value) {
        row.later = what.equals("plus-tard");
        Optional<Line> wrong = switch (what) {
            case "charte" -> charter(row, value);
            case "metier" -> profession(row, Profession.of(value).or(() -> Profession.named(value)).orElse(null));
            case "region" -> {
                Optional<Region> region = Region.of(value);
                row.department = null;
                yield Optional.of(region.map(chosen -> departments(row, chosen)).orElseGet(() -> regions(row)));
            }
            case "dep" -> department(row, Region.department(value).orElse(null));
            case "rpps" -> rpps(row, value);
            case "nom" -> names.take(row, value);
            case "plus-tard" -> Optional.of(Line.of("enrolment.later"));
            default -> Optional.of(Line.of("enrolment.answer.unknown"));
        };
        return wrong.orElseGet(() -> {
            pass(row);
            return next(row, group).orElseGet(() -> Line.of("enrolment.done." + row.status, group.title()));
        });
    }

    /** Reads what was typed without a command as the answer to the question that is open; empty when it cannot be one. */
    Optional<String> typed(EnrolmentRow row, String text) {
        String plain = text.strip();
        if (row.charterVersion == null) {
            return Optional.empty();
        }
        if (row.profession == null) {
            return Profession.named(plain).map(profession -> "metier " + profession.name());
        }
        if (row.department == null) {
            return Region.department(plain).map(code -> "dep " + code);
        }
        if (row.rppsDone) {
            return names.asks(row) && names.typed(row)
                    ? ShownName.read(text).map(name -> "nom " + name.text())
                    : Optional.empty();
        }
        return plain.replaceAll("[\\s.]", "").matches("\\d{9,13}")
                ? Optional.of("rpps " + plain)
                : Optional.empty();
    }

    private Optional<Line> charter(EnrolmentRow row, String value) {
        String[] answer = value.toLowerCase(Locale.ROOT).split("\\s+", 2);
        if (!List.of("oui", "sans").contains(answer[0])) {
            return Optional.of(Line.of("enrolment.answer.unknown"));
        }
        int now = groups.charterVersion(row.groupId);
        if (answer.length > 1 && !answer[1].equals(String.valueOf(now))) {
            // a newer charter than the one above the button is in force
            return Optional.of(groups.info(row.groupId).map(group -> charter(row, group)).orElseThrow());
        }
        row.charterVersion = now;
        row.relay = answer[0].equals("oui");
        row.charterAt = clock.instant();
        return Optional.empty();
    }

    private static Optional<Line> profession(EnrolmentRow row, @Nullable Profession profession) {
        if (profession == null) {
            return Optional.of(noProfession(row));
        }
        row.profession = profession.name();
        return Optional.empty();
    }

    private static Optional<Line> department(EnrolmentRow row, @Nullable String code) {
        if (code == null) {
            return Optional.of(noDepartment(row));
        }
        row.department = code;
        return Optional.empty();
    }

    private Optional<Line> rpps(EnrolmentRow row, String value) {
        if (!value.equals("-")) {
            Optional<String> number = Rpps.read(value);
            if (number.isEmpty()) {
                return Optional.of(noRpps(row));
            }
            row.rppsPrint = vault.fingerprint("rpps:" + number.get());
        }
        row.rppsDone = true;
        return Optional.empty();
    }

    /** What is known of somebody who has entered holds for the member and the person as well. */
    void pass(EnrolmentRow row) {
        if (row.personId == null || row.status != EnrolmentStatus.APPROVED || row.enteredAt == null) {
            return;
        }
        people.works(row.personId, row.profession == null ? null : Profession.of(row.profession).orElse(null),
                row.department);
        if (row.relay != null && row.charterVersion != null) {
            java.time.Instant at = row.charterAt == null ? clock.instant() : row.charterAt;
            if (row.relay) {
                groups.consent(row.groupId, row.personId, true, row.charterVersion, at);
            } else {
                groups.acceptsOnly(row.groupId, row.personId, row.charterVersion, at);
            }
            // the member's own answer counts from now on
            row.relay = null;
        }
    }
}
