package org.covigie.bot.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.covigie.bot.sandbox.twilio.SeenMessage;
import org.covigie.bot.sandbox.twilio.World;

/** Which steps of the two WhatsApp stories are done, read off the telephones. */
final class TelephoneGuide {

    private static final Set<String> TAGS = Set.of("/p", "/s", "/f", "/w", "/probleme", "/problem", "/solution",
            "/signal", "/faible", "/weak");

    private final World world;
    private final Telephones telephones;

    TelephoneGuide(World world, Telephones telephones) {
        this.world = world;
        this.telephones = telephones;
    }

    /** Names of steps: relayed-1 … and companion-1 …, as the page calls them. */
    List<String> done() {
        List<String> done = new ArrayList<>();
        add(done, "relayed-1", () -> any(Owner.CLAIRE, one -> said(one, "/relaye", "/relay")));
        add(done, "relayed-2", () -> any(Owner.CLAIRE, one -> !one.mine() && one.text().contains("https://wa.me/")));
        add(done, "relayed-3", () -> anybody(one -> said(one, "rejoindre", "join")));
        add(done, "relayed-4", () -> anybody(one -> !one.mine() && one.text().startsWith("*")));
        add(done, "relayed-5", () -> any(Owner.JULIE,
                one -> one.mine() && one.quoted() != null && TAGS.contains(first(one))));
        add(done, "companion-1", () -> any(Owner.CLAIRE, one -> said(one, "/compagnon", "/companion")));
        add(done, "companion-2", () -> any(Owner.JULIE, one -> one.mine() && one.forwarded()));
        add(done, "companion-3", () -> any(Owner.PAUL, one -> said(one, "rejoindre", "join")));
        add(done, "companion-4",
                () -> world.group().members().contains(telephones.person(Owner.PAUL).key()));
        return done;
    }

    private static void add(List<String> done, String step, BooleanSupplier when) {
        if (when.getAsBoolean()) {
            done.add(step);
        }
    }

    private boolean anybody(Predicate<SeenMessage> what) {
        return java.util.Arrays.stream(Owner.values()).filter(one -> one != Owner.CLAIRE)
                .anyMatch(one -> any(one, what));
    }

    private boolean any(Owner owner, Predicate<SeenMessage> what) {
        return world.messages(telephones.person(owner)).stream().anyMatch(what);
    }

    private static boolean said(SeenMessage message, String... words) {
        return message.mine() && Set.of(words).contains(first(message));
    }

    private static String first(SeenMessage message) {
        return message.text().strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT).replace("é", "e");
    }
}
