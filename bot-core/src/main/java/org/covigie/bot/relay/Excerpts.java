package org.covigie.bot.relay;

import java.util.Locale;
import java.util.Optional;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Member;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Recent;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.people.Profession;
import org.covigie.bot.people.Words;
import org.springframework.stereotype.Component;

/** The beginnings of messages and the names of those who wrote them. */
@Component
class Excerpts {
    private final Groups groups;
    private final People people;
    private final Recent recent;
    private final Texts texts;

    Excerpts(Groups groups, People people, Recent recent, Texts texts) {
        this.groups = groups;
        this.people = people;
        this.recent = recent;
        this.texts = texts;
    }

    /** The first words of a message as far as memory holds them. */
    Words of(Originals.Original original, int most) {
        Optional<Quoted> known = groups.info(original.group()).map(GroupInfo::chat)
                .flatMap(chat -> recent.find(chat, original.message()));
        return new Words(known.map(quoted -> first(quoted.text(), most)).orElse("…"));
    }

    Words name(Originals.Original original) {
        return new Words(people.byId(original.author()).map(person -> name(original.group(), person)).orElse("?"));
    }

    /** How a person is called in a group: never so that it could be taken for more than a name. */
    String name(long group, Person person) {
        String plain = person.name().text().replaceAll("[\\p{Cntrl}*_~`>\\s\\v]+", " ").strip();
        String number = groups.member(group, person.id()).map(Member::number).map(String::valueOf).orElse("?");
        return plain.isEmpty()
                ? texts.plain("groups.member.unnamed", groups.info(group).orElseThrow().language(), number)
                : plain;
    }

    /** The name, and the profession where it is known. */
    String signature(long group, Person person, Locale language) {
        String name = name(group, person);
        return Optional.ofNullable(person.profession()).flatMap(Profession::of)
                .map(profession -> name + " (" + texts.plain("Profession." + profession.name(), language) + ")")
                .orElse(name);
    }

    /** The beginning of a text in one line, at most so many characters and the sign that there is more. */
    static String first(Words words, int most) {
        String line = words.text().replaceAll("[\\s\\v]+", " ").strip();
        if (line.length() <= most) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most;
        return line.substring(0, end).strip() + "…";
    }
}
