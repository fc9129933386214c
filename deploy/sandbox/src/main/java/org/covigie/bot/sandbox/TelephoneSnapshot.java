package org.covigie.bot.sandbox;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.covigie.bot.sandbox.twilio.Faults;
import org.covigie.bot.sandbox.twilio.Person;
import org.covigie.bot.sandbox.twilio.PlainGroup;
import org.covigie.bot.sandbox.twilio.SeenMessage;
import org.covigie.bot.sandbox.twilio.World;

/**
 * All that the page of the telephones shows.
 *
 * @param number the bot's number
 * @param group  the group that people have among themselves
 * @param done   names of the guide's steps
 * @param faults shares by the fault's name
 */
record TelephoneSnapshot(String number, List<Telephone> people, Chat group, List<String> done,
        Map<String, Double> faults) {

    private static final int SHOWN = 200;

    /** {@code open}: the bot may write to it freely; {@code number} is empty when it is hidden. */
    record Telephone(String key, String name, String initials, String profession, String role, String number,
            boolean blocked, boolean open, List<SeenMessage> messages) {}

    record Chat(String title, String link, List<String> members, List<Line> lines) {}

    record Line(String who, String text, long at) {}

    static TelephoneSnapshot of(World world, Telephones telephones, TelephoneGuide guide, String from) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (Owner one : Owner.values()) {
            keys.put(telephones.person(one).key(), one.key());
        }
        PlainGroup group = world.group();
        Chat chat = new Chat(Telephones.TITLE, Telephones.LINK,
                group.members().stream().map(key -> keys.getOrDefault(key, "")).toList(), group.lines().stream()
                        .map(line -> new Line(keys.getOrDefault(line.person(), ""), line.text(), line.at())).toList());
        Map<String, Double> faults = new LinkedHashMap<>();
        for (Faults.Kind kind : Faults.Kind.values()) {
            faults.put(kind.name().toLowerCase(Locale.ROOT), world.faults().share(kind));
        }
        return new TelephoneSnapshot(from, Arrays.stream(Owner.values()).map(one -> telephone(world, telephones, one))
                .toList(), chat, guide.done(), faults);
    }

    private static Telephone telephone(World world, Telephones telephones, Owner owner) {
        Person person = telephones.person(owner);
        List<SeenMessage> seen = world.seen(person);
        String address = person.address().replace("whatsapp:", "");
        String[] names = owner.fullName.split(" ");
        return new Telephone(owner.key(), owner.fullName, names[0].substring(0, 1) + names[names.length - 1].charAt(0),
                owner.profession, owner.role, address.startsWith("+") ? address : "", person.blocked(),
                person.windowOpen(), seen.subList(Math.max(0, seen.size() - SHOWN), seen.size()));
    }
}
